import type { Claim, Proof, ProofRun } from '../../src/course/index.js';
import type { Facts } from '../../src/trace/facts.js';
import type { Machine, Perform } from '../../src/proof/index.js';
import type { MeasureCeiling } from '../../src/proof/load.js';

const place = { file: '/lessons/a.md', line: 1, column: 1 };

/** A run of a program of Node's, which is known by its name. */
export function runOf(name: string, more: Partial<ProofRun> = {}): ProofRun {
  const call = { kind: 'program', runtime: 'node', file: `/lessons/${name}`, text: `node ${name}`, args: [], place } as const;
  return { call, startMethod: undefined, stdout: 'pipe', limitMs: 10_000, ...more };
}

export function claimOf(id: string, proof: Partial<Proof> & Pick<Proof, 'asserts'>): Claim {
  const rest = {
    runs: [runOf('run')], contrasts: [runOf('contrast')], times: 5, because: undefined, shows: undefined,
    needs: { cores: undefined, platforms: undefined, python: undefined, gil: undefined },
  };
  return { id, lesson: 'a', text: `It is ${id}.`, place, proof: { ...rest, ...proof } };
}

/** Plain busy processes, as many times as fast as these say, one measure after the other; the last goes on. */
export function ceilings(...speedups: readonly [number, ...number[]]): MeasureCeiling & { readonly asked: number[] } {
  const asked: number[] = [];
  const measure = async (processes: number): Promise<{ speedup: number }> => {
    asked.push(processes);
    return { speedup: speedups[Math.min(asked.length, speedups.length) - 1] ?? Number.NaN };
  };
  return Object.assign(measure, { asked });
}

/** Of cores that nobody else uses. */
export const measureCeiling = ceilings(2);

export const machine: Machine = {
  cores: 2,
  platform: 'linux',
  python: { version: '3.11.7', startMethods: ['fork', 'spawn', 'forkserver'], gil: true },
  terminals: true,
};

/** The facts of a run that ended well. */
export function wellEnded(facts: Facts = {}): Facts {
  return { ending: 'exited', exitCode: 0, signal: null, hung: false, elapsedMs: 100, ...facts };
}

/** Runs nothing: gives for each name what its function gives, the how many-th time (from 0) it is asked. */
export function pretend(answers: { readonly [name: string]: (time: number) => Facts }): Perform & { readonly done: string[] } {
  const times = new Map<string, number>();
  const done: string[] = [];
  const perform = async ({ call }: ProofRun): Promise<Facts> => {
    const name = call.text.split(' ')[1] ?? '';
    const time = times.get(name) ?? 0;
    times.set(name, time + 1);
    done.push(name);
    await new Promise((resolve) => setImmediate(resolve));
    return wellEnded(answers[name]?.(time) ?? {});
  };
  return Object.assign(perform, { done });
}
