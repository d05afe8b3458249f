import type { Proof, ProofRun } from '../course/index.js';
import type { Facts } from '../trace/facts.js';
import type { Evidence } from './verdict.js';

/** One of the times that a run is done for a claim; `index` counts from 0. */
export interface Slot {
  readonly part: Evidence['part'];
  readonly run: ProofRun;
  readonly index: number;
}

/** All that is run for a proof. */
export function partsOf({ asserts, runs, contrasts }: Proof): Omit<Slot, 'index'>[] {
  return [
    ...runs.map((run) => ({ part: 'run' as const, run })),
    ...(asserts.kind === 'ratio' ? [{ part: 'to' as const, run: asserts.to }] : []),
    ...contrasts.map((run) => ({ part: 'contrast' as const, run })),
  ];
}

/** What came of doing a run once. */
export type Sample = { readonly facts: Facts } | { readonly error: string };

/** Equal for runs of the same program, arguments, start method, output and limit: what one of them shows, the other does. */
export function runKey({ call, startMethod, stdout, limitMs }: ProofRun): string {
  const program = call.kind === 'demo' ? ['demo', call.demo] : [call.runtime, call.file];
  return JSON.stringify([...program, call.args, startMethod ?? null, stdout, limitMs]);
}

/** The command, and what it is run with if that is not the usual. */
export function describeRun({ call, startMethod, stdout }: ProofRun): string {
  const extras = [startMethod, stdout === 'terminal' ? 'terminal' : undefined].filter((it) => it !== undefined);
  return extras.length === 0 ? call.text : `${call.text} (${extras.join(', ')})`;
}

/** Whether Python runs it. */
export function isPython({ call, startMethod }: ProofRun): boolean {
  if (call.kind === 'program') {
    return call.runtime === 'python3';
  }
  const { args } = call;
  const runtime = args.findIndex((word) => word === '--runtime' || word.startsWith('--runtime='));
  const value = args[runtime] === '--runtime' ? args[runtime + 1] : args[runtime]?.slice('--runtime='.length);
  return startMethod !== undefined || (value !== undefined && value !== 'node');
}
