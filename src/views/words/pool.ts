import type { TraceEvent } from '../../trace/event.js';
import { itemNumber, number, text } from '../scene/arguments.js';
import { counted, inGeneral, items, untold } from './general.js';

export function ofPool(event: TraceEvent): string {
  const { name, args } = event;
  switch (`${name} ${event.ph}`) {
    case 'map b':
      return `gives ${counted(args['items'], 'item')} to ${text(args, 'pool')} (${counted(args['workers'], 'worker')})`;
    case 'map e':
      return 'error' in args ? `gets no results: ${text(args, 'error')}` : 'has all results';
    case 'send i':
      return `sends ${items(event)} to ${number(args, 'to') ?? 'whichever worker is free'}`;
    case 'task b':
      return `starts item ${itemNumber(args)}: ${text(args, 'value')}`;
    case 'task e':
      return 'error' in args
        ? `fails at its item: ${text(args, 'error')}`
        : returnsNothing(text(args, 'value')) ? 'finishes its item' : `finishes its item, result ${text(args, 'value')}`;
    case 'result i':
      return `has ${results(event)} of ${items(event)} from ${text(args, 'from')}`;
    case 'retry i':
      return `will send ${items(event)} again, because ${text(args, 'died')} died`;
    case 'untold i':
      return untold('uses', text(args, 'pool'));
    default:
      return inGeneral(event);
  }
}

/** As Node and Python write what a function without `return` gives. */
function returnsNothing(value: string): boolean {
  return value === 'undefined' || value === 'None';
}

function results({ args }: TraceEvent): string {
  return number(args, 'count') === 1 ? 'the result' : 'the results';
}
