import { amdahl } from './amdahl.js';
import { backpressure } from './backpressure.js';
import { choosing } from './choosing.js';
import { copyingCost } from './copying-cost.js';
import { crash } from './crash.js';
import { deadlock } from './deadlock.js';
import type { Demo } from './demo.js';
import { eof } from './eof.js';
import { exceptions } from './exceptions.js';
import { falseSharing } from './false-sharing.js';
import { gilAndEventLoop } from './gil-and-event-loop.js';
import { ioWaiting } from './io-waiting.js';
import { lock } from './lock.js';
import { ordering } from './ordering.js';
import { pipe } from './pipe.js';
import { pool } from './pool.js';
import { queue } from './queue.js';
import { race } from './race.js';
import { semaphore } from './semaphore.js';
import { sentinel } from './sentinel.js';
import { sharedArray } from './shared-array.js';
import { spawn } from './spawn.js';
import { startMethods } from './start-methods.js';
import { threads } from './threads.js';
import { zombieOrphan } from './zombie-orphan.js';

export { COMMON, type Comparison, type Demo, type Offered, type Pick, type Runtime, runtimesOf, type Setting, type Values } from './demo.js';

/** Demos by what they are about, and within it in the order in which they are best seen. */
export const groups: readonly { readonly title: string; readonly demos: readonly Demo[] }[] = [
  { title: 'What there is', demos: [spawn, pool, queue, pipe, sharedArray, threads] },
  { title: 'Starting and ending', demos: [startMethods, zombieOrphan] },
  { title: 'Queues and pipes', demos: [ordering, sentinel, backpressure, eof] },
  { title: 'Memory in common', demos: [race, lock, semaphore, deadlock] },
  { title: 'When something fails', demos: [exceptions, crash] },
  { title: 'What it costs, and what to choose', demos: [gilAndEventLoop, ioWaiting, copyingCost, amdahl, falseSharing, choosing] },
];

export const demos: readonly Demo[] = groups.flatMap((group) => group.demos);
