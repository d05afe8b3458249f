import { findPython, type StartMethod } from '../../stage/index.js';
import { Failure } from '../exit.js';

/** Which Python runs a program, and how its processes start others. */
export interface PythonRun {
  /** Absolute path. */
  readonly executable: string;
  /** As in `3.11.7`. */
  readonly version: string;
  /** The method that is in force unless the program sets one itself. */
  readonly startMethod: StartMethod;
  /** Whether one thread at a time executes Python code. */
  readonly gil: boolean;
  /** Somebody asked for the start method; otherwise it is Python's default here. */
  readonly isChosen: boolean;
}

/**
 * Finds Python, with this start method if one is given.
 * @throws Failure when there is no Python 3.8 or later, or it has no such method; the reason of `signal` when aborted
 */
export async function openPython(startMethod: StartMethod | undefined, signal: AbortSignal): Promise<PythonRun> {
  const python = await findPython(signal);
  if (!python) {
    throw new Failure(
      '`python3` leads to no Python 3.8 or later on this machine. Install Python from https://www.python.org/downloads/ or with your package manager.',
    );
  }
  const { executable, version, startMethods, defaultStartMethod, gil } = python;
  if (startMethod !== undefined && !startMethods.includes(startMethod)) {
    throw new Failure(`Python ${version} has no start method ${startMethod} on this machine. It has ${startMethods.join(' and ')}.`);
  }
  return { executable, version, gil, startMethod: startMethod ?? defaultStartMethod, isChosen: startMethod !== undefined };
}
