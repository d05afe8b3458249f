import { availableParallelism } from 'node:os';
import type { Comparison, Values } from '../../demos/catalogue/index.js';
import { measureCeiling, run } from '../../stage/index.js';
import { countFacts, type Facts } from '../../trace/facts.js';
import type { TraceEvent } from '../../trace/event.js';
import { checkEnding } from './ending.js';
import { programOf } from './files.js';

const ROUNDS = 3;
const LIMIT_MS = 30_000;

/**
 * Runs a program without its pauses in several ways, by turns, so that a machine that is busy for a while slows all of
 * them; and beside it, how much faster plain busy processes are than one on this machine just now.
 * @returns the facts `measured` (medians, in ms, by name) and `plain` (how many processes, how many cores, the speed-up)
 */
export async function compare(
  name: string,
  { fact, runs }: Comparison,
  values: Values,
  signal: AbortSignal,
): Promise<Facts> {
  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [run, changes] of Object.entries(runs)) {
      const facts = await factsOf(name, { ...values, ...changes, delay: 0, kill: 0 }, signal);
      times.set(run, [...(times.get(run) ?? []), Number(facts[fact])]);
    }
  }
  const cores = availableParallelism();
  const processes = Math.max(2, Math.min(values.workers ?? 2, cores));
  const { speedup } = await measureCeiling(processes, { signal });
  const measured = Object.fromEntries([...times].map(([run, all]) => [run, median(all)]));
  return { measured, plain: { processes, cores, speedup } };
}

async function factsOf(name: string, values: Values, signal: AbortSignal): Promise<Facts> {
  const program = run({ program: programOf(name), args: [JSON.stringify(values)], limitMs: LIMIT_MS, signal });
  const events: TraceEvent[] = [];
  for await (const event of program.events) {
    events.push(event);
  }
  const outcome = await program.ended;
  signal.throwIfAborted();
  checkEnding(name, outcome, events);
  return countFacts(events, outcome);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
