import { readCommand } from './call.js';
import type { ProofRun, StartMethod } from './claim.js';
import { brief } from './controls.js';
import type { Spot } from './findings.js';
import { didYouMean } from './ids.js';
import type { Call } from './lesson.js';
import { type Located, type LocatedText, Mapping } from './mapping.js';
import type { Reading } from './reading.js';

const ENTRY_KEYS = ['run', 'start-method', 'stdout'];
const START_METHODS: readonly StartMethod[] = ['fork', 'spawn', 'forkserver'];
const STDOUTS = ['pipe', 'terminal'] as const;

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

/**
 * The runs of a key, each with every start method that it is to be done with.
 * @param own - of a contrast: the runs of the claim, which `{start-method: spawn}` does in another way
 */
export function readRuns(
  mapping: Mapping, key: 'run' | 'contrast' | 'to', manner: Manner, reading: Reading, own: readonly PlacedRun[] = [],
): PlacedRun[] {
  return mapping.entries(key, ENTRY_KEYS).flatMap((entry) => (
    isMapping(entry) ? runsOfMapping(entry, manner, reading, own) : runsOf(entry, undefined, manner, reading)
  ));
}

function isMapping(entry: LocatedText | Located<Mapping>): entry is Located<Mapping> {
  return entry.value instanceof Mapping;
}

function runsOfMapping(
  { value: mapping, spot }: Located<Mapping>, manner: Manner, reading: Reading, own: readonly PlacedRun[],
): PlacedRun[] {
  const startMethods = readStartMethods(mapping, reading);
  const stdout = readStdout(mapping, reading);
  const command = mapping.text('run', 'write `run: command`');
  if (command) {
    return runsOf(command, startMethods, { ...manner, stdout: stdout ?? manner.stdout }, reading);
  }
  const isOtherwise = startMethods !== undefined || stdout !== undefined;
  const others = isOtherwise ? done(own, startMethods, stdout).map((run) => ({ run, spot })) : [];
  if (others.length === 0 && !mapping.has('run')) {
    const isOwn = isOtherwise && own.length > 0;
    reading.findings.broken(
      spot,
      isOwn ? 'no run of this claim is in Python, so none has a start method' : 'this says nothing of what to run',
      'write `run: command` in it',
    );
  }
  return others;
}

/** These runs in another way. */
function done(
  own: readonly PlacedRun[], startMethods: readonly StartMethod[] | undefined, stdout: ProofRun['stdout'] | undefined,
): ProofRun[] {
  const runs = own.map(({ run }) => ({ ...run, stdout: stdout ?? run.stdout }));
  const started = startMethods?.flatMap((startMethod) => (
    runs.filter(({ call }) => isPython(call)).map((run) => ({ ...run, startMethod }))
  ));
  return (started ?? runs).filter((run, index, all) => all.findIndex((each) => isSameRun(each, run)) === index);
}

function runsOf(
  command: LocatedText, startMethods: readonly StartMethod[] | undefined, manner: Manner, reading: Reading,
): PlacedRun[] {
  const { spot } = command;
  const call = readCommand(spelledOut(command), reading);
  if (call === undefined) {
    return [];
  }
  const said = saidMethod(call);
  if (startMethods && !isPython(call)) {
    reading.findings.broken(spot, 'only Python has start methods', 'take `start-method` away');
  } else if (startMethods && said !== undefined) {
    reading.findings.broken(spot, `the command says already \`--start-method ${said}\``, 'keep that or `start-method`');
  }
  const methods = startMethods ?? (said === undefined ? manner.startMethods : [said]) ?? [undefined];
  const { stdout, limitMs } = manner;
  return (isPython(call) ? methods : [undefined]).map((startMethod) => ({ run: { call, startMethod, stdout, limitMs }, spot }));
}

/** With the `mp-tutor` that may be left out of a proof. */
function spelledOut({ value, spot, at }: LocatedText): LocatedText {
  const missing = /^demo(?:\s|$)/.test(value) ? 'mp-tutor ' : '';
  return { value: missing + value, spot, at: (offset) => at(Math.max(0, offset - missing.length)) };
}

export function isPython(call: Call): boolean {
  return call.kind === 'program' ? call.runtime === 'python3' : optionOf(call.args, '--runtime') === 'python';
}

function saidMethod({ kind, args }: Call): StartMethod | undefined {
  return START_METHODS.find((method) => kind === 'demo' && method === optionOf(args, '--start-method'));
}

function optionOf(args: readonly string[], name: string): string | undefined {
  const index = args.findLastIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  return args[index] === name ? args[index + 1] : args[index]?.slice(name.length + 1);
}

/** Whether two runs do the same in the same way, wherever they are asked for. */
export function isSameRun(one: ProofRun, other: ProofRun): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ call, startMethod, stdout }: ProofRun): string {
  const what = call.kind === 'demo' ? ['demo', call.demo] : [call.runtime, call.file];
  return JSON.stringify([...what, call.args, startMethod ?? null, stdout]);
}
