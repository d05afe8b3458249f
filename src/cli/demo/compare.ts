import { availableParallelism } from 'node:os';
import type { Comparison, Demo, Values } from '../../demos/catalogue/index.js';
import { measureCeiling } from '../../stage/index.js';
import type { Facts } from '../../trace/facts.js';
import type { TraceEvent } from '../../trace/event.js';
import { checkEnding } from './ending.js';
import { factsOfDemo } from './facts.js';
import { demoProgram } from './program.js';
import type { PythonRun } from './python.js';
import { startProgram } from './watch.js';

const ROUNDS = 3;
const LIMIT_MS = 30_000;

/**
 * Runs a program without its pauses in several ways, by turns, so that a machine that is busy for a while slows all of
 * them; and beside it, how much faster plain busy processes are than one on this machine just now.
 * @returns the facts `measured` (medians, in ms, by name) and `plain` (how many processes, how many cores, the speed-up)
 */
export async function compare(
  demo: Demo,
  { fact, runs }: Comparison,
  values: Values,
  python: PythonRun | undefined,
  signal: AbortSignal,
): Promise<Facts> {
  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [run, changes] of Object.entries(runs)) {
      const facts = await factsOf(demo, { ...values, ...changes, delay: 0, kill: 0 }, python, signal);
      times.set(run, [...(times.get(run) ?? []), Number(facts[fact])]);
    }
  }
  const cores = availableParallelism();
  const processes = Math.max(2, Math.min(values.workers ?? 2, cores));
  const { speedup } = await measureCeiling(processes, { signal });
  const measured = Object.fromEntries([...times].map(([run, all]) => [run, median(all)]));
  return { measured, plain: { processes, cores, speedup } };
}

async function factsOf(demo: Demo, values: Values, python: PythonRun | undefined, signal: AbortSignal): Promise<Facts> {
  const program = await demoProgram(demo, values, { python, limitMs: LIMIT_MS });
  const running = startProgram(program, signal);
  const events: TraceEvent[] = [];
  for await (const event of running.events) {
    events.push(event);
  }
  const outcome = await running.ended;
  signal.throwIfAborted();
  checkEnding(demo.name, outcome, events);
  return factsOfDemo(demo, values, program, events, outcome);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
