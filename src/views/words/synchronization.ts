import type { TraceEvent } from '../../trace/event.js';
import { text } from '../scene/arguments.js';
import { inGeneral, untold } from './general.js';

/** A lock, and a semaphore, which several processes may hold. */
export function ofLock(event: TraceEvent): string {
  const { name, args, cat } = event;
  const lock = text(args, cat);
  switch (`${name} ${event.ph}`) {
    case 'wait b':
      return `asks for ${lock}`;
    case 'wait e':
      if ('error' in args) {
        return `is not given ${lock}: ${text(args, 'error')}`;
      }
      if ('timeout' in args) {
        return `gives up: ${lock} was not to be had`;
      }
      return 'deadHolder' in args ? `takes ${lock} from ${text(args, 'deadHolder')}, which died` : `is given ${lock}`;
    case 'hold b':
      return `holds ${lock}`;
    case 'hold e':
      return 'by' in args ? `holds ${lock} no more: ${text(args, 'by')} has released it` : `lets go of ${lock}`;
    case 'release i':
      return `releases ${lock} without having acquired it`;
    case 'untold i':
      return untold('takes', lock);
    default:
      return inGeneral(event);
  }
}

export function ofCondition(event: TraceEvent): string {
  const condition = text(event.args, 'condition');
  return event.name === 'notify'
    ? `notifies whoever waits for ${condition}`
    : ofWait(event, `to be notified by ${condition}`, `is notified by ${condition}`);
}

export function ofEvent(event: TraceEvent): string {
  const it = text(event.args, 'event');
  switch (event.name) {
    case 'set':
      return `sets ${it}`;
    case 'clear':
      return `clears ${it}`;
    default:
      return ofWait(event, `for ${it} to be set`, `goes on: ${it} is set`);
  }
}

export function ofBarrier(event: TraceEvent): string {
  const barrier = text(event.args, 'barrier');
  return ofWait(event, `for all others at ${barrier}`, `goes on: all have come to ${barrier}`);
}

/** What waits for a condition, an event and a barrier have in common: the `purpose`, and that it is `over`. */
function ofWait(event: TraceEvent, purpose: string, over: string): string {
  const { name, args, cat } = event;
  switch (`${name} ${event.ph}`) {
    case 'wait b':
      return `waits ${purpose}`;
    case 'wait e':
      if ('error' in args) {
        return `waits no longer ${purpose}: ${text(args, 'error')}`;
      }
      return 'timeout' in args ? `stops waiting ${purpose}: the time is up` : over;
    case 'untold i':
      return untold('uses', text(args, cat));
    default:
      return inGeneral(event);
  }
}
