import type { Json, TraceEvent } from '../../trace/event.js';
import { clean } from '../../terminal/index.js';
import { number, words } from '../scene/arguments.js';

const phases = { b: 'begins', e: 'ends', i: 'happens', C: 'counts', M: 'is named' } as const;

/** An event that the contract does not know. */
export function inGeneral(event: TraceEvent): string {
  return `${clean(event.cat)} ${clean(event.name)} ${phases[event.ph]}${inBrackets(event)}`;
}

/** ` (key value, key value)`, or nothing. */
export function inBrackets(event: TraceEvent): string {
  const said = pairs(event);
  return said === '' ? '' : ` (${said})`;
}

/** `key value, key value` */
export function pairs({ args }: TraceEvent): string {
  return Object.entries(args)
    .map(([key, value]) => `${clean(key)} ${words(value)}`)
    .join(', ');
}

/** `item 4`, or `items 4 to 7`, counted from 1. */
export function items({ args }: TraceEvent): string {
  const first = (number(args, 'index') ?? 0) + 1;
  const count = number(args, 'count') ?? 1;
  return count === 1 ? `item ${first}` : `items ${first} to ${first + count - 1}`;
}

/** `1 item`, `9 items`, or `items` of unknown number. */
export function counted(count: Json | undefined, noun: string): string {
  if (typeof count !== 'number') {
    return `${noun}s`;
  }
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Of what happens too often to be told each time. `does` is such as `takes`. */
export function untold(does: string, thing: string): string {
  return `${does} ${thing} so often that no more of it is told`;
}
