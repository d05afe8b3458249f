import { Pool, type PoolOptions } from 'mp-tutor/multiprocessing';
import { afterEach } from 'vitest';
import { here } from '../fixtures/tasks.mjs';

const pools: Pick<Pool, 'terminate'>[] = [];

/** Starts a pool of two workers, which ends with the test. */
export function startPool<Args extends readonly unknown[] | [] = []>(options: PoolOptions<Args> = {}, module = here): Pool<Args> {
  const pool = new Pool(module, { workers: 2, ...options });
  pools.push(pool);
  return pool;
}

/** To be called after `expectNobodyLeft`, since hooks run in reverse. */
export function terminatePools(): void {
  afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.terminate())));
}

export const upTo = (length: number): number[] => Array.from({ length }, (_, index) => index);
