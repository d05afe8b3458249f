import type { Program } from './watch.js';

/** A sentence on what changes the results of a Python program; nothing for one of Node. */
export function howPythonRan(program: Program): string[] {
  const { python } = program;
  if (!python) {
    return [];
  }
  const method = `the start method ${python.startMethod}${python.isChosen ? '' : ', its default here'}`;
  return [`It ran in Python ${python.version} with ${method}. Its standard output was ${outputOf(program)}.`];
}

function outputOf({ stdout }: Program): string {
  return stdout === 'terminal'
    ? 'a terminal, so each line was there as soon as it was printed'
    : 'a pipe, so what a process prints comes when it ends or has much to write';
}
