import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { isAbsolute } from 'node:path';
import type { Readable } from 'node:stream';
import * as v from 'valibot';
import { unwatchGroup, watchGroup } from '../reaper/reaper.js';
import { send } from './group.js';
import { plainEnvironment } from './start.js';

const METHODS = ['fork', 'spawn', 'forkserver'] as const;

/** How Python's multiprocessing makes a process. */
export type StartMethod = (typeof METHODS)[number];

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
const LONGEST_ANSWER = 10_000;

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
    // Whoever asked first was aborted; we perhaps not, nor somebody who has asked again by now.
    if (found.get(command) === asked) {
      found.delete(command);
    }
    return await findPython(signal, command);
  } finally {
    signal.throwIfAborted();
  }
}

/** Rejects only when it is aborted. */
async function ask(command: string, signal: AbortSignal): Promise<Python | undefined> {
  try {
    return parsePython(await answerOf(command, signal));
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

/**
 * What it prints until nobody has its output open, or until the time is over: a script that looks for Python may start
 * others. All of them are ended then, even if they do not want to.
 */
async function answerOf(command: string, signal: AbortSignal): Promise<string> {
  const child = spawn(command, ['-I', '-c', QUESTION], { detached: true, env: plainEnvironment(), stdio: ['ignore', 'pipe', 'ignore'] });
  child.on('error', () => undefined);
  const { pid } = child;
  if (pid === undefined) {
    throw new Error(`${command} cannot be started`);
  }
  watchGroup(pid);
  try {
    return await read(child, signal);
  } finally {
    send(-pid, 'SIGKILL');
    child.stdout.destroy();
    unwatchGroup(pid);
  }
}

/** At the end of the time, what there is may be all that there would be. */
async function read({ stdout }: ChildProcessByStdio<null, Readable, null>, signal: AbortSignal): Promise<string> {
  let answer = '';
  stdout.setEncoding('utf8').on('data', (text: string) => {
    answer = `${answer}${text}`.slice(0, LONGEST_ANSWER);
  });
  // Not a timeout of AbortSignal's: Node may forget one that others depend on.
  const timer = setTimeout(() => stdout.destroy(), LIMIT_MS);
  const closed = once(stdout, 'close', { signal });
  await closed.finally(() => clearTimeout(timer));
  return answer;
}

const ANSWER = v.object({
  executable: v.pipe(v.string(), v.check(isAbsolute)),
  version: v.tuple([v.number(), v.number(), v.number()]),
  // A Python to come may have more of them.
  startMethods: v.pipe(v.array(v.string()), v.transform((names) => names.flatMap((name) => METHODS.filter((method) => method === name)))),
  defaultStartMethod: v.picklist(METHODS),
  gil: v.boolean(),
});

/** What the interpreter answered; undefined when it is too old. @throws when it is no answer of Python's */
export function parsePython(answer: string): Python | undefined {
  const { version, ...said } = v.parse(ANSWER, JSON.parse(answer));
  const [major, minor] = version;
  return major > 3 || (major === 3 && minor >= 8) ? { ...said, version: version.join('.') } : undefined;
}
