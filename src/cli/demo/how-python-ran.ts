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

function outputOf(program: Program): string {
  if (program.stdout === 'terminal') {
    return 'a terminal, so each line was there as soon as it was printed';
  }
  return isBuffered(program)
    ? 'a pipe, so what a process prints comes when it ends or has much to write'
    : 'a pipe, and PYTHONUNBUFFERED is set, so what is printed comes at once';
}

/** Whether what a process prints is kept in its memory for a while. */
export function isBuffered({ python, stdout }: Program): boolean {
  return stdout === 'pipe' && python?.isUnbuffered !== true;
}
