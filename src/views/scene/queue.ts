import type { SpanEvent } from '../../trace/event.js';
import { number } from './arguments.js';

/** What is in a queue, as those who put and get tell. */
export interface Queue {
  readonly size: number;
  /** The most that it has held. */
  readonly peak: number;
  /** The items in it, the next to be taken first; those put last are missing if there are many. */
  readonly items: readonly Item[];
  /** Items of which the getter told before the putter. */
  readonly early: readonly number[];
  readonly closed: boolean;
}

export interface Item {
  readonly number: number;
  readonly value: string;
}

const MOST_REMEMBERED = 50;

export const emptyQueue: Queue = { size: 0, peak: 0, items: [], early: [], closed: false };

export function closeQueue(queue: Queue = emptyQueue): Queue {
  return { ...queue, closed: true };
}

/** A `put` or `get` has ended; `value` is what was put. */
export function reduceQueue(queue: Queue, { name, args }: SpanEvent, value: string): Queue {
  const item = number(args, 'item');
  if (item === undefined) {
    return queue;
  }
  const size = Math.max(0, number(args, 'size') ?? queue.size);
  return name === 'put' ? put(queue, { number: item, value }, size) : get(queue, item, size);
}

function put(queue: Queue, item: Item, size: number): Queue {
  if (queue.early.includes(item.number)) {
    return { ...queue, early: queue.early.filter((number) => number !== item.number) };
  }
  const items = [...queue.items, item].toSorted((a, b) => a.number - b.number).slice(0, MOST_REMEMBERED);
  return { ...queue, items, size, peak: Math.max(queue.peak, size) };
}

function get(queue: Queue, taken: number, size: number): Queue {
  const items = queue.items.filter(({ number }) => number !== taken);
  const isEarly = items.length === queue.items.length;
  const early = isEarly ? [...queue.early, taken].slice(-MOST_REMEMBERED) : queue.early;
  return { ...queue, items, early, size, peak: Math.max(queue.peak, size) };
}
