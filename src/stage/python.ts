import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { plainEnvironment } from './start.js';

/** How Python's multiprocessing makes a process. */
export type StartMethod = 'fork' | 'spawn' | 'forkserver';

export interface Python {
  /** Absolute: what stands in the PATH may be a script that looks for one (pyenv's is), with processes of its own. */
  readonly executable: string;
  /** As in `3.11.7`. */
  readonly version: string;
  readonly startMethods: readonly StartMethod[];
  readonly defaultStartMethod: StartMethod;
  /** Whether one thread at a time executes Python code: false in a free-threaded build that runs without the lock. */
  readonly gil: boolean;
}

const LIMIT_MS = 5000;

const QUESTION = `
import json, multiprocessing, sys
print(json.dumps({
    'executable': sys.executable,
    'version': list(sys.version_info[:3]),
    'startMethods': multiprocessing.get_all_start_methods(),
    'defaultStartMethod': multiprocessing.get_start_method(),
    'gil': getattr(sys, '_is_gil_enabled', lambda: True)(),
}))`;

const found = new Map<string, Promise<Python | undefined>>();

/**
 * The Python that a command leads to, asked once in the life of this process. Undefined when there is none, when it is
 * older than 3.8, or when it does not answer within 5 s.
 * @throws the reason of `signal` when it is aborted
 */
export async function findPython(signal: AbortSignal, command = 'python3'): Promise<Python | undefined> {
  signal.throwIfAborted();
  const asked = found.get(command) ?? ask(command, signal);
  found.set(command, asked);
  try {
    return await asked;
  } catch {
    // Whoever asked first was aborted; we perhaps not.
    found.delete(command);
    return await findPython(signal, command);
  } finally {
    signal.throwIfAborted();
  }
}

/** Rejects only when it is aborted. */
async function ask(command: string, signal: AbortSignal): Promise<Python | undefined> {
  try {
    const options = { timeout: LIMIT_MS, signal, env: plainEnvironment() };
    const { stdout } = await promisify(execFile)(command, ['-I', '-c', QUESTION], options);
    return parsePython(stdout);
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

/** What the interpreter answered; undefined when it is too old. @throws when it is no answer of Python's */
export function parsePython(answer: string): Python | undefined {
  const { version, ...said } = JSON.parse(answer) as Omit<Python, 'version'> & { version: [number, number, number] };
  const [major, minor] = version;
  const isNewEnough = major > 3 || (major === 3 && minor >= 8);
  return isNewEnough && said.executable !== '' ? { ...said, version: version.join('.') } : undefined;
}
