import type { Claim, Needs, ProofRun } from '../course/index.js';
import { isPython, partsOf } from './runs.js';
import type { Machine } from './verdict.js';
import { isInRange } from './version-range.js';

/** Why this machine cannot prove it; undefined when it can. */
export function whySkipped({ proof }: Claim, machine: Machine): string | undefined {
  return whyNotRun(partsOf(proof).map(({ run }) => run), proof.needs, machine);
}

/** Why this machine cannot do all these runs of what has such needs; undefined when it can. */
export function whyNotRun(runs: readonly ProofRun[], needs: Needs, machine: Machine): string | undefined {
  const wantsPython = needs.python !== undefined || needs.gil !== undefined || runs.some(isPython);
  const methods = runs.flatMap(({ startMethod }) => startMethod ?? []);
  return (
    ofMachine(needs, machine) ??
    (wantsPython ? ofPython(needs, methods, machine.python) : undefined) ??
    (!machine.terminals && runs.some(({ stdout }) => stdout === 'terminal')
      ? 'it needs a terminal for the program to print to, and none can be made here'
      : undefined)
  );
}

function ofMachine({ cores, platforms }: Needs, machine: Machine): string | undefined {
  if (platforms !== undefined && !platforms.includes(machine.platform)) {
    return `it is about ${platforms.join(' and ')}, and this is ${machine.platform}`;
  }
  if (cores !== undefined && machine.cores < cores) {
    return `it needs ${cores} cores, and this machine has ${machine.cores}`;
  }
  return undefined;
}

function ofPython({ python: range, gil }: Needs, methods: readonly string[], python: Machine['python']): string | undefined {
  if (!python) {
    return 'it needs Python 3.8 or later, and there is none here';
  }
  if (range !== undefined && isInRange(python.version, range) !== true) {
    return `it is about Python ${range}, and this is Python ${python.version}`;
  }
  if (gil !== undefined && python.gil !== gil) {
    return gil
      ? 'it needs a Python with a global interpreter lock, and this one has none'
      : 'it needs a Python without a global interpreter lock, and this one has it';
  }
  const missing = methods.find((method) => !python.startMethods.includes(method));
  return missing === undefined ? undefined : `it needs the start method ${missing}, which this Python has not got`;
}
