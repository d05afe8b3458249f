import type { TraceEvent } from '../../trace/event.js';
import { text } from '../scene/arguments.js';
import { inGeneral } from './general.js';

export function ofProcess(event: TraceEvent): string {
  const { name, args } = event;
  switch (`${name} ${event.ph}`) {
    case 'process_name M':
      return `is running as ${text(args, 'name')}${'parent' in args ? `, a child of ${text(args, 'parent')}` : ''}`;
    case 'thread_name M':
      return `is running as a thread: ${text(args, 'name')}`;
    case 'start i':
      return `starts a process: ${text(args, 'name')}`;
    case 'started i':
      return `was started by ${event.pid}`;
    case 'run b':
      return `calls ${text(args, 'function')}()`;
    case 'run e':
      return 'error' in args ? `fails: ${text(args, 'error')}` : 'returns from its function';
    case 'join b':
      return `waits for ${text(args, 'child')} to end`;
    case 'join e':
      return args['timeout'] === true ? 'stops waiting: the time is up' : 'goes on: that process has ended';
    case 'exit i':
      return ending(event);
    default:
      return inGeneral(event);
  }
}

function ending({ args }: TraceEvent): string {
  return typeof args['signal'] === 'string'
    ? `was killed by ${text(args, 'signal')}`
    : `has ended${typeof args['code'] === 'number' ? ` with exit code ${args['code']}` : ''}`;
}
