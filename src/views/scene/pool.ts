import type { Arguments, InstantEvent } from '../../trace/event.js';
import { number, text } from './arguments.js';

/** Where the items of a pool's `map` are, as its parent and its workers tell. Items are counted from 0 here. */
export interface Pool {
  /** Undefined for a stream whose end is not known yet. */
  readonly items: number | undefined;
  /** The first item that was never sent. */
  readonly next: number;
  /** Items to be sent again, since the worker that had them died. */
  readonly again: readonly number[];
  /** How many results the parent has. */
  readonly back: number;
  /** Results that the parent has, by item; undefined for those that it has not. */
  readonly results: readonly (string | undefined)[];
  /** Results that workers have computed and the parent has not yet, by item. */
  readonly computed: ReadonlyMap<number, string>;
}

/** Items beyond this are counted, but their results are not remembered. */
const MOST_REMEMBERED = 100_000;

/** The state at the beginning of `map`. */
/** Under which a job of a process's pools is kept. */
export function jobKey(parent: number, args: Arguments): string {
  return `${parent} ${text(args, 'job')}`;
}

export function newPool(args: Arguments): Pool {
  const items = number(args, 'items');
  return { items, next: 0, again: [], back: 0, results: [], computed: new Map() };
}

/** The parent sends, has a result, or has lost a worker. */
export function reducePool(pool: Pool, { name, args }: InstantEvent): Pool {
  const from = number(args, 'index') ?? 0;
  const to = from + (number(args, 'count') ?? 1);
  const isMeant = (index: number) => from <= index && index < to;
  switch (name) {
    case 'send':
      return { ...pool, next: Math.max(pool.next, to), again: pool.again.filter((index) => !isMeant(index)) };
    case 'retry':
      return { ...pool, again: [...pool.again, ...range(from, to)] };
    case 'result':
      return { ...arrive(pool, range(from, to)), back: pool.back + Math.max(0, to - from) };
    default:
      return pool;
  }
}

function arrive(pool: Pool, items: readonly number[]): Pool {
  const results = pool.results.slice();
  const computed = new Map(pool.computed);
  for (const item of items) {
    results[item] = computed.get(item) ?? '?';
    computed.delete(item);
  }
  return { ...pool, results, computed };
}

/** A worker has computed an item. */
export function addComputed(pool: Pool, item: number, value: string): Pool {
  return { ...pool, computed: new Map(pool.computed).set(item, value) };
}

/** The items that no worker has, the next first; at most `limit` of them. */
export function waitingItems(pool: Pool, limit: number): number[] {
  return [...pool.again, ...range(pool.next, Math.min(pool.items ?? 0, pool.next + limit))].slice(0, limit);
}

/** How many items no worker has; undefined if nobody knows. */
export function waitingCount(pool: Pool): number | undefined {
  return pool.items === undefined ? undefined : Math.max(0, pool.items - pool.next) + pool.again.length;
}

function range(from: number, to: number): number[] {
  const start = Math.max(0, Math.floor(from));
  const length = Math.max(0, Math.min(Math.floor(to), MOST_REMEMBERED) - start);
  return Array.from({ length }, (_, index) => start + index);
}
