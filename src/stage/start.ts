import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { TRACE_VARIABLE } from '../trace/event.js';
import { reasonOf, StageError } from './errors.js';
import { openPseudoTerminal, type PseudoTerminal } from './pseudo-terminal.js';
import type { ProgramOptions } from './run.js';

/** A program that has been started, and what it prints. */
export interface Running {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly stdout: Readable;
  readonly stderr: Readable;
  readonly terminal: PseudoTerminal | undefined;
}

/** One that has not been started has no PID: an `error` event of `child` will tell why. */
export type Started = Running | { readonly child: ChildProcess; readonly pid: undefined };

/** Tells the modules in `python/` which start method is the default. */
const START_METHOD_VARIABLE = 'MP_TUTOR_START_METHOD';
/** Our `sitecustomize`, which every Python process loads that finds it first. */
const PYTHON_FOLDER = fileURLToPath(new URL('../../python', import.meta.url));

/**
 * Our environment without a trace, without NODE_EXTRA_CA_CERTS, which makes each Node process 75 ms late, and without
 * PYTHONUNBUFFERED: when a program's output reaches a pipe, the program decides, and not who runs it.
 */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const {
    NODE_EXTRA_CA_CERTS: _, PYTHONUNBUFFERED: __, [TRACE_VARIABLE]: ___, [START_METHOD_VARIABLE]: ____, ...rest
  } = process.env;
  return rest;
}

type What = Pick<ProgramOptions, 'runtime' | 'program' | 'args' | 'python' | 'stdout'>;

/**
 * Starts a program as the leader of a session and group of its own, so that all of it can be stopped and ended. Its
 * standard error is always a pipe, so that its lines can be told from those of its output.
 * @throws StageError when the system calls for it fail, or there is no terminal for it
 */
export function start(what: What, traceFile: string): Started {
  const env = { ...plainEnvironment(), ...pythonEnvironment(what.python), [TRACE_VARIABLE]: traceFile };
  const terminal = what.stdout === 'terminal' ? openPseudoTerminal() : undefined;
  try {
    const child = spawn(what.runtime ?? process.execPath, [what.program, ...what.args], {
      detached: true,
      stdio: ['ignore', terminal?.descriptor ?? 'pipe', 'pipe'],
      env: terminal ? withoutWindow(env) : env,
    });
    const { pid, stderr } = child;
    const stdout = terminal?.output ?? child.stdout;
    if (pid === undefined || !stdout || !stderr) {
      terminal?.finish();
      return { child, pid: undefined };
    }
    return { child, pid, stdout, stderr, terminal };
  } catch (error) {
    terminal?.finish();
    throw startError(what, error);
  }
}

/** The pseudo-terminal has a size of its own, which that of the learner's window would override. */
function withoutWindow(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { COLUMNS: _, LINES: __, ...rest } = env;
  return rest;
}

/** What the user has in PYTHONPATH stays behind ours. */
function pythonEnvironment(python: What['python']): NodeJS.ProcessEnv {
  if (python === undefined) {
    return {};
  }
  const { PYTHONPATH } = process.env;
  return {
    PYTHONPATH: PYTHONPATH ? `${PYTHON_FOLDER}${delimiter}${PYTHONPATH}` : PYTHON_FOLDER,
    ...(python.startMethod && { [START_METHOD_VARIABLE]: python.startMethod }),
  };
}

export function startError({ runtime = process.execPath, program }: What, error: unknown): StageError {
  return new StageError(
    `${program} could not be started with ${runtime}: ${reasonOf(error)}. See that ${runtime} can be run there.`,
    { cause: error },
  );
}
