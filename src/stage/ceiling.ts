import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { unwatch, watch } from '../reaper/reaper.js';
import { StageError } from './errors.js';
import { plainEnvironment } from './start.js';

/** What `entry/busy.ts` answers: times in milliseconds of a clock that all processes share. */
export interface BusyAnswer {
  readonly start: number;
  readonly end: number;
  readonly result: number;
}

/** The same from `dist/stage/` and from the bundle in `dist/tutor/`. */
const ENTRY = fileURLToPath(new URL('../stage/entry/busy.js', import.meta.url));
const ROUNDS = 3;
/** How long a piece of work takes alone; less where many processes share a core and the rounds would take too long. */
const WORK_MS = 150;
/** For all rounds. On a machine that is busier than it seemed, no further round begins after it. */
const BUDGET_MS = 900;
/** Enough to be compiled and to measure how fast the machine counts. */
const WARM_UP_STEPS = 10_000_000;
const LIMIT_MS = 5000;

/**
 * How many times as fast `processes` plain busy processes are as one, on this machine just now, when others may be
 * using its cores. Takes about a second.
 * @throws StageError when the processes do not get ready; the reason of `signal` when it is aborted
 */
export async function measureCeiling(
  processes: number,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<{ speedup: number }> {
  signal?.throwIfAborted();
  // Not a timeout of AbortSignal's: Node may forget one that others depend on.
  const timeUp = new AbortController();
  const timer = setTimeout(() => timeUp.abort(), LIMIT_MS);
  const busy = Array.from({ length: processes }, startBusy);
  try {
    const speedup = await compare(busy, AbortSignal.any([timeUp.signal, ...(signal ? [signal] : [])]));
    return { speedup };
  } catch (error) {
    signal?.throwIfAborted();
    const message = `${processes} busy processes gave no measure within ${LIMIT_MS / 1000} s. Try fewer.`;
    throw new StageError(message, { cause: error });
  } finally {
    clearTimeout(timer);
    busy.forEach((child) => child.kill('SIGKILL'));
  }
}

/** One alone and all at once by turns, so that a change of the machine's mood touches both. */
async function compare(busy: readonly ChildProcess[], signal: AbortSignal): Promise<number> {
  const [first] = busy;
  if (first === undefined) {
    return 0;
  }
  const warmUp = await work(busy, WARM_UP_STEPS, signal);
  const stepsPerMs = WARM_UP_STEPS / Math.min(...warmUp.map(({ start, end }) => end - start));
  const waves = Math.ceil(busy.length / availableParallelism());
  const steps = Math.round(stepsPerMs * Math.min(WORK_MS, BUDGET_MS / ROUNDS / (1 + waves)));
  const alone: number[] = [];
  const together: number[] = [];
  const enough = performance.now() + BUDGET_MS;
  for (let round = 0; round < ROUNDS && (round === 0 || performance.now() < enough); round += 1) {
    alone.push(elapsed(await work([first], steps, signal)));
    together.push(elapsed(await work(busy, steps, signal)));
  }
  return busy.length * median(alone) / median(together);
}

function startBusy(): ChildProcess {
  const child = fork(ENTRY, { execArgv: [], env: plainEnvironment(), stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const { pid } = child;
  child.on('error', () => undefined);
  if (pid !== undefined) {
    watch(pid);
    child.once('exit', () => unwatch(pid));
  }
  return child;
}

/** Each has been waiting for the message, so that no start-up is measured. */
function work(busy: readonly ChildProcess[], steps: number, signal: AbortSignal): Promise<BusyAnswer[]> {
  return Promise.all(busy.map(async (child) => {
    const message = once(child, 'message', { signal });
    child.send(steps);
    const [answer]: BusyAnswer[] = await message;
    if (answer === undefined) {
      throw new Error('a busy process said nothing');
    }
    return answer;
  }));
}

function elapsed(answers: readonly BusyAnswer[]): number {
  return Math.max(...answers.map(({ end }) => end)) - Math.min(...answers.map(({ start }) => start));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
