import type { TraceEvent } from '../../trace/event.js';
import { text } from '../scene/arguments.js';
import { counted, inGeneral, untold } from './general.js';

export function ofQueue(event: TraceEvent): string {
  const { name, args } = event;
  const queue = text(args, 'queue');
  const inIt = `(${text(args, 'size')} in it)`;
  switch (`${name} ${event.ph}`) {
    case 'put b':
      return `puts ${text(args, 'value')} into ${queue}`;
    case 'put e':
      if ('error' in args || args['end'] === true) {
        return 'error' in args ? `cannot put: ${text(args, 'error')}` : `cannot put: ${queue} is closed`;
      }
      return 'timeout' in args
        ? `gives up: no room in ${queue}`
        : `has put it into ${queue} ${inIt}`;
    case 'get b':
      return `asks ${queue} for an item`;
    case 'get e':
      if (args['end'] === true) {
        return `learns that ${queue} is closed and empty`;
      }
      if ('error' in args) {
        return `gets no item from ${queue}: ${text(args, 'error')}`;
      }
      return 'timeout' in args ? `gives up: no item in ${queue}` : `gets ${text(args, 'value')} from ${queue} ${inIt}`;
    case 'join b':
      return `waits until all items of ${queue} are done`;
    case 'join e':
      return 'error' in args ? `waits for ${queue} no longer: ${text(args, 'error')}` : `goes on: all items of ${queue} are done`;
    case 'close i':
      return `closes ${queue}`;
    case 'untold i':
      return untold('uses', queue);
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
      if ('error' in args) {
        return `receives nothing at ${end}: ${text(args, 'error')}`;
      }
      return args['eof'] === true
        ? `learns that nobody can send to ${end} any more`
        : `receives ${text(args, 'value')} at ${end} (${counted(args['bytes'], 'byte')})`;
    case 'close i':
      return `closes its copy of ${end}`;
    case 'untold i':
      return untold('uses', text(args, 'pipe'));
    default:
      return inGeneral(event);
  }
}
