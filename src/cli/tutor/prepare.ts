import { readFile, stat } from 'node:fs/promises';
import type { Call } from '../../course/index.js';
import { demos } from '../../demos/catalogue/index.js';
import type { Facts } from '../../trace/facts.js';
import { measure } from '../demo/measure.js';
import { demoProgram } from '../demo/program.js';
import type { Program, Watching } from '../demo/watch.js';
import { Failure } from '../exit.js';
import { readDemoArguments } from '../known.js';
import { findPython } from './python.js';

/** A program of a lesson may take so long; one that is about a hang takes all of it. */
const LIMIT_MS = 6000;

/** What is to be run, ready for the stage, and what more can be learnt of it after its run. */
export interface Prepared {
  readonly program: Program;
  /** Settings, which are facts too. */
  readonly settings: Facts;
  /** Runs it again in other ways, to compare. */
  readonly compare: (watching: Watching) => Promise<Facts>;
}

/** @throws Failure when there is nothing to run */
export async function prepare(call: Call, signal: AbortSignal): Promise<Prepared> {
  return call.kind === 'demo' ? prepareDemo(call.demo, call.args) : prepareProgram(call, signal);
}

async function prepareDemo(name: string, args: readonly string[]): Promise<Prepared> {
  const demo = demos.find((each) => each.name === name);
  if (!demo) {
    throw new Failure(`there is no demo "${name}"`);
  }
  const values = readDemoArguments(demo, args);
  return {
    program: await demoProgram(demo, values),
    settings: { ...values },
    compare: (watching) => measure(demo, values, watching),
  };
}

async function prepareProgram(
  { text, runtime, file, args }: Extract<Call, { kind: 'program' }>,
  signal: AbortSignal,
): Promise<Prepared> {
  const program = {
    runtime: runtime === 'node' ? undefined : await findPython(signal),
    file,
    args,
    limitMs: LIMIT_MS,
    title: text,
    subtitle: '',
    source: await readProgram(file),
  };
  return { program, settings: {}, compare: () => Promise.resolve({}) };
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
