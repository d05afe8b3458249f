import type { Program } from './watch.js';

/** A sentence on what changes the results of a Python program; nothing for one of Node. */
export function howPythonRan({ python, stdout }: Program): string[] {
  if (!python) {
    return [];
  }
  const { version, startMethod, isChosen } = python;
  const method = isChosen ? `the start method ${startMethod}` : `the start method ${startMethod}, its default here`;
  const output = stdout === 'terminal' ? 'a terminal, so each line was there as soon as it was printed' : 'a pipe, so what a process prints comes when it ends or has much to write';
  return [`It ran in Python ${version} with ${method}. Its standard output was ${output}.`];
}
