import type { TraceEvent } from '../../trace/event.js';
import { clean } from '../../terminal/index.js';
import { list, text } from '../scene/arguments.js';
import { inBrackets, inGeneral, pairs } from './general.js';

export function ofProgram(event: TraceEvent): string {
  const name = clean(event.name);
  switch (event.ph) {
    case 'b':
      return `begins: ${name}${inBrackets(event)}`;
    case 'e':
      return `ends: ${name}${inBrackets(event)}`;
    case 'C':
      return `counts: ${pairs(event)}`;
    default:
      if (name === 'cells') {
        return `${text(event.args, 'name')} holds ${list(event.args['values']).join(' ')}`;
      }
      return name === 'fact' ? `finds: ${pairs(event)}` : `${name}${inBrackets(event)}`;
  }
}

export function ofOutput({ name, args }: TraceEvent): string {
  return `${name === 'stderr' ? 'prints an error' : 'prints'}: ${text(args, 'text')}`;
}

export function ofStage(event: TraceEvent): string {
  switch (event.name) {
    case 'stop':
      return 'is stopped, with all its processes (SIGSTOP)';
    case 'continue':
      return 'goes on, with all its processes (SIGCONT)';
    case 'kill':
      return 'is killed by the tutor (SIGKILL)';
    default:
      return inGeneral(event);
  }
}
