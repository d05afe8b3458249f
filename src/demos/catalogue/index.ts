import type { Demo } from './demo.js';
import { pipe } from './pipe.js';
import { pool } from './pool.js';
import { queue } from './queue.js';
import { sharedArray } from './shared-array.js';
import { spawn } from './spawn.js';
import { threads } from './threads.js';

export type { Comparison, Demo, Offered, Runtime, Setting, SettingName, Values } from './demo.js';

/** All demos, in the order in which they are best seen. */
export const demos: readonly Demo[] = [spawn, pool, queue, pipe, sharedArray, threads];
