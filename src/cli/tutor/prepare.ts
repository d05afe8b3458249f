import { readFile, stat } from 'node:fs/promises';
import type { Call, ProofRun } from '../../course/index.js';
import { demos } from '../../demos/catalogue/index.js';
import type { TraceEvent } from '../../trace/event.js';
import type { Facts } from '../../trace/facts.js';
import type { Outcome } from '../../trace/outcome.js';
import { factsOfDemo, factsOfRun } from '../demo/facts.js';
import { measure } from '../demo/measure.js';
import { demoProgram } from '../demo/program.js';
import { openPython } from '../demo/python.js';
import type { Program, Watching } from '../demo/watch.js';
import { Failure } from '../exit.js';
import { readDemoArguments } from '../known.js';

/** A program of a lesson may take so long; one that is about a hang takes all of it. */
const LIMIT_MS = 6000;

/** What is to be run, ready for the stage, and what can be learnt of it after its run. */
export interface Prepared {
  readonly program: Program;
  /** The facts of a run: those that the tutor counts, how it was run, and of a demo its settings and its own facts. */
  readonly facts: (events: readonly TraceEvent[], outcome: Outcome) => Facts;
  /** Runs it again in other ways, to compare. */
  readonly compare: (watching: Watching) => Promise<Facts>;
}

/** How a call is run. What is left out is as it is in a lesson: Python's default, a pipe, a limit of ours. */
export type HowToPrepare = { readonly [Key in 'startMethod' | 'stdout' | 'limitMs']?: ProofRun[Key] | undefined };

/** @throws Failure when there is nothing to run, or no Python to run it; the reason of `signal` when aborted */
export async function prepare(call: Call, signal: AbortSignal, how: HowToPrepare = {}): Promise<Prepared> {
  return call.kind === 'demo' ? prepareDemo(call, signal, how) : prepareProgram(call, signal, how);
}

async function prepareDemo(
  { demo: name, args }: Extract<Call, { kind: 'demo' }>,
  signal: AbortSignal,
  { startMethod, stdout, limitMs }: HowToPrepare,
): Promise<Prepared> {
  const demo = demos.find((each) => each.name === name);
  if (!demo) {
    throw new Failure(`there is no demo "${name}"`);
  }
  const { values, runtime, ...asked } = readDemoArguments(demo, args);
  const python = runtime === 'python' ? await openPython(startMethod ?? asked.startMethod, signal) : undefined;
  const program = await demoProgram(demo, values, { python, stdout, limitMs });
  return {
    program,
    facts: (events, outcome) => factsOfDemo(demo, values, program, events, outcome),
    compare: (watching) => measure(demo, values, python, watching),
  };
}

async function prepareProgram(
  { text, runtime, file, args }: Extract<Call, { kind: 'program' }>,
  signal: AbortSignal,
  { startMethod, stdout = 'pipe', limitMs = LIMIT_MS }: HowToPrepare,
): Promise<Prepared> {
  const program: Program = {
    python: runtime === 'node' ? undefined : await openPython(startMethod, signal),
    file,
    args,
    limitMs,
    stdout,
    title: text,
    subtitle: `for ${limitMs / 1000} s at most`,
    source: await readProgram(file),
  };
  return { program, facts: (events, outcome) => factsOfRun(program, events, outcome), compare: () => Promise.resolve({}) };
}

/** A folder would run too, by a file in it that nobody has been shown. */
async function readProgram(file: string): Promise<string> {
  const isFile = await stat(file).then((it) => it.isFile(), () => false);
  const text = isFile ? await readFile(file, 'utf8').catch(() => undefined) : undefined;
  if (text === undefined) {
    throw new Failure(`${file} is no file that can be read, so it was not run.`);
  }
  return text;
}
