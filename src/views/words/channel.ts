import type { TraceEvent } from '../../trace/event.js';
import { text } from '../scene/arguments.js';
import { counted, inGeneral } from './general.js';

export function ofQueue(event: TraceEvent): string {
  const { name, args } = event;
  const queue = text(args, 'queue');
  const inIt = `(${text(args, 'size')} in it)`;
  switch (`${name} ${event.ph}`) {
    case 'put b':
      return `puts ${text(args, 'value')} into ${queue}`;
    case 'put e':
      return 'timeout' in args
        ? `gives up: no room in ${queue}`
        : `has put it into ${queue} ${inIt}`;
    case 'get b':
      return `asks ${queue} for an item`;
    case 'get e':
      if (args['end'] === true) {
        return `learns that ${queue} is closed and empty`;
      }
      return 'timeout' in args ? `gives up: no item in ${queue}` : `gets ${text(args, 'value')} from ${queue} ${inIt}`;
    case 'close i':
      return `closes ${queue}`;
    default:
      return inGeneral(event);
  }
}

export function ofPipe(event: TraceEvent): string {
  const { name, args } = event;
  const end = `the ${text(args, 'end')} end of ${text(args, 'pipe')}`;
  switch (`${name} ${event.ph}`) {
    case 'send b':
      return `sends ${text(args, 'value')} into ${end} (${counted(args['bytes'], 'byte')})`;
    case 'send e':
      return 'error' in args ? `cannot send: ${text(args, 'error')}` : 'has sent it';
    case 'recv b':
      return `waits for a message at ${end}`;
    case 'recv e':
      return args['eof'] === true
        ? `learns that nobody can send to ${end} any more`
        : `receives ${text(args, 'value')} at ${end} (${counted(args['bytes'], 'byte')})`;
    case 'close i':
      return `closes its copy of ${end}`;
    default:
      return inGeneral(event);
  }
}

export function ofLock(event: TraceEvent): string {
  const { name, args } = event;
  const lock = text(args, 'lock');
  switch (`${name} ${event.ph}`) {
    case 'wait b':
      return `asks for ${lock}`;
    case 'wait e':
      if ('timeout' in args) {
        return `gives up: ${lock} was not to be had`;
      }
      return 'deadHolder' in args ? `takes ${lock} from ${text(args, 'deadHolder')}, which died` : `is given ${lock}`;
    case 'hold b':
      return `holds ${lock}`;
    case 'hold e':
      return `lets go of ${lock}`;
    case 'untold i':
      return `takes ${lock} so often that no more of it is told`;
    default:
      return inGeneral(event);
  }
}
