import { availableParallelism } from 'node:os';
import { checkCount, checkOptions } from '../checks.js';

/** How many workers, what they get, and how often they try. `Args` are the types of `args`. */
export interface PoolOptions<Args extends readonly unknown[] = []> {
  /** How many worker processes; by default as many as the machine runs at once. */
  readonly workers?: number;
  /** What every task gets after its item: values, queues, pipe ends, locks, shared arrays. */
  readonly args?: Args;
  /**
   * How often a task is tried again when the worker that does it dies; 2 by default. A task may so be done twice. With 0,
   * tasks travel one by one, whatever `chunkSize` says, which is slower, so that no other dies with the one that was done.
   */
  readonly retries?: number;
}

/** How the items of one call travel, and what ends it early. */
export interface MapOptions {
  /** How many items go to a worker together, or as many as there are yet; by default as many as take it about 8 ms. */
  readonly chunkSize?: number;
  /** Ends the call: its promise rejects with the signal's reason. Tasks that have begun run to their end, unheard. */
  readonly signal?: AbortSignal;
}

/** A function that gets an item, and behind it the pool's `args`; runs in a worker. What it needs not, it need not take. */
export type Task<Item, Result, Args extends readonly unknown[] = []> = (item: Item, ...args: Args) => Result;

/** The options with their defaults. @throws RangeError for a number that makes no sense, TypeError for an unknown option */
export function complete(options: PoolOptions<readonly unknown[]>): Required<PoolOptions<readonly unknown[]>> {
  checkOptions(options, ['workers', 'args', 'retries']);
  const { workers = availableParallelism(), args = [], retries = 2 } = options;
  checkCount('workers', workers, 1);
  checkCount('retries', retries, 0);
  return { workers, args, retries };
}

/** @throws RangeError for a size that makes no sense, TypeError for an unknown option or what is no signal */
export function checkMapOptions(options: MapOptions): void {
  checkOptions(options, ['chunkSize', 'signal']);
  const { chunkSize, signal } = options;
  if (chunkSize !== undefined) {
    checkCount('chunkSize', chunkSize, 1);
  }
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw new TypeError('signal must be that of an AbortController.');
  }
}
