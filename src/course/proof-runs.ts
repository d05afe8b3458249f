import { readCommand } from './call.js';
import { isPython, saidMethod } from './call-options.js';
import type { ProofRun, StartMethod } from './claim.js';
import type { Spot } from './findings.js';
import type { Call } from './lesson.js';
import { type Manner, type PlacedRun, readStartMethods, readStdout } from './manner.js';
import { type Located, type LocatedText, Mapping } from './mapping.js';
import type { Reading } from './reading.js';

const ENTRY_KEYS = ['run', 'start-method', 'stdout'];

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
  const call = readCommand(spelledOut(command), reading);
  if (call !== undefined && startMethods && !isPython(call)) {
    reading.findings.broken(command.spot, 'only Python has start methods', 'take `start-method` away');
  } else if (call !== undefined && startMethods && saidMethod(call) !== undefined) {
    const wrong = `the command says already \`--start-method ${saidMethod(call)}\``;
    reading.findings.broken(command.spot, wrong, 'keep that or `start-method`');
  }
  return call === undefined ? [] : runsOfCall(call, command.spot, startMethods === undefined ? manner : { ...manner, startMethods });
}

/** A command with every start method that it is to be done with: that which it says itself comes first. */
export function runsOfCall(call: Call, spot: Spot, { startMethods, stdout, limitMs }: Manner): PlacedRun[] {
  const said = saidMethod(call);
  const methods = said === undefined ? startMethods : [said];
  return (isPython(call) ? (methods ?? [undefined]) : [undefined]).map((startMethod) => (
    { run: { call, startMethod, stdout, limitMs }, spot }
  ));
}

/** With the `mp-tutor` that may be left out of a proof. */
function spelledOut({ value, spot, at }: LocatedText): LocatedText {
  const missing = /^demo(?:\s|$)/.test(value) ? 'mp-tutor ' : '';
  return { value: missing + value, spot, at: (offset) => at(Math.max(0, offset - missing.length)) };
}

/** Whether two runs do the same in the same way, wherever they are asked for. */
export function isSameRun(one: ProofRun, other: ProofRun): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ call, startMethod, stdout }: ProofRun): string {
  const what = call.kind === 'demo' ? ['demo', call.demo] : [call.runtime, call.file];
  return JSON.stringify([...what, call.args, startMethod ?? null, stdout]);
}
