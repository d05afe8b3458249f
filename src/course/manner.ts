import { isPython, START_METHODS } from './call-options.js';
import type { ProofRun, StartMethod } from './claim.js';
import { brief } from './controls.js';
import type { Findings, Spot } from './findings.js';
import { didYouMean } from './ids.js';
import type { Mapping } from './mapping.js';
import type { Reading } from './reading.js';

const STDOUTS = ['pipe', 'terminal'] as const;
const MOST_TIMES = 100;
/** Seconds. */
const MOST_SECONDS = 60;

/** The limit of a run, in seconds. */
export interface Limit {
  readonly least: number;
  /** Unless another is given. */
  readonly usual: number;
}

/** How each run is done, unless it says otherwise itself. */
export interface Manner {
  /** Of Python runs: each of these; undefined for Python's default. */
  readonly startMethods: readonly StartMethod[] | undefined;
  readonly stdout: ProofRun['stdout'];
  readonly limitMs: number;
}

/** A run, and where it is asked for. */
export interface PlacedRun {
  readonly run: ProofRun;
  readonly spot: Spot;
}

export function readManner(mapping: Mapping, { least, usual }: Limit, reading: Reading): Manner {
  const seconds = mapping.seconds('limit', { least, most: MOST_SECONDS }, 'no limit for a run') ?? usual;
  return { startMethods: readStartMethods(mapping, reading), stdout: readStdout(mapping, reading) ?? 'pipe', limitMs: seconds * 1000 };
}

/** How often each run is done. @param of - the former needs two runs at least */
export function readTimes(mapping: Mapping, usual: number, of: 'sometimes' | 'others'): number {
  const least = of === 'sometimes' ? 2 : 1;
  return mapping.count('times', { least, most: MOST_TIMES }, 'not how often a run can be done') ?? usual;
}

/** The start methods that a key names, one or a list; undefined when it is not there, or names none. */
export function readStartMethods(mapping: Mapping, { findings }: Reading): readonly StartMethod[] | undefined {
  const methods = mapping.texts('start-method')?.flatMap(({ value, spot }) => {
    const method = START_METHODS.find((each) => each === value);
    if (method === undefined) {
      const mend = didYouMean(value, START_METHODS, `take ${START_METHODS.join(', ')}`);
      findings.broken(spot, `there is no start method "${brief(value)}"`, mend);
    }
    return method ?? [];
  });
  return methods?.length === 0 ? undefined : methods;
}

export function readStdout(mapping: Mapping, { findings }: Reading): ProofRun['stdout'] | undefined {
  const text = mapping.text('stdout');
  const stdout = STDOUTS.find((each) => each === text?.value);
  if (text && stdout === undefined) {
    findings.broken(text.spot, `"${brief(text.value)}" is not what the standard output can be`, `take ${STDOUTS.join(' or ')}`);
  }
  return stdout;
}

/** Tells of a start method where no run has one. @param of - as in `this claim` */
export function checkStartMethods(mapping: Mapping, { startMethods }: Manner, runs: readonly PlacedRun[], of: string, findings: Findings): void {
  if (startMethods && runs.length > 0 && !runs.some(({ run }) => isPython(run.call))) {
    findings.flawed(mapping.spot('start-method'), `no run of ${of} is in Python, so none has a start method`, 'take it away');
  }
}
