import type { ChildProcess } from 'node:child_process';
import type { TraceEvent } from '../trace/event.js';
import type { Outcome } from '../trace/outcome.js';
import { StageError } from './errors.js';
import { LiveRun } from './live-run.js';
import type { StartMethod } from './python.js';
import { start, startError, type Started } from './start.js';
import { makeTraceFolder } from './trace-folder.js';

export interface ProgramOptions {
  /** The command that runs the program, such as `python3`; Node by default. */
  readonly runtime?: string | undefined;
  /** Absolute path of a file. */
  readonly program: string;
  readonly args: readonly string[];
  /** It is a Python program: its processes are traced, and may be told how to start others. */
  readonly python?: { readonly startMethod?: StartMethod | undefined } | undefined;
  /** What the program's standard output is; a pipe by default. Its standard error is always a pipe of its own. */
  readonly stdout?: 'pipe' | 'terminal' | undefined;
  /** The program is ended when it has run so long; time for which it was stopped does not count. */
  readonly limitMs: number;
  /** How much longer a program that is meant to hang may go on while it still does something; 0 by default. */
  readonly patienceMs?: number | undefined;
  /** Ends the program, like `Run.end`. */
  readonly signal?: AbortSignal | undefined;
}

/** A program that has been started. */
export interface Run {
  /** 0 if it could not be started; `ended` then rejects. */
  readonly pid: number;
  /**
   * Every event in the order in which it reached the stage: the trace's, what the program printed (`output`) and what
   * the stage did (`stage`). Ends when the program and all its processes have ended and everything has been read.
   * To be read by one reader; while 200,000 events wait for it, more are left out, and a line of output says so.
   */
  readonly events: AsyncIterable<TraceEvent>;
  /** Rejects with a `StageError` if the program could not be started, or was ended since its trace cannot be read. */
  readonly ended: Promise<Outcome>;
  /** SIGSTOP to all processes of the program. */
  stop(): void;
  /** SIGCONT to all processes of the program. */
  continue(): void;
  /** SIGKILL to one process of the program, unless it has ended. @throws StageError for any other process */
  kill(pid: number): void;
  /**
   * Ends the program: SIGTERM, and 300 ms later SIGKILL, to all its processes; Python's resource tracker, which ignores
   * SIGTERM, may first remove what the others have left.
   */
  end(): Promise<Outcome>;
}

/**
 * Starts a program and watches it to its end, from inside by its trace and from outside by the OS.
 * @throws StageError when there is no place for the trace
 */
export function run(options: ProgramOptions): Run {
  options.signal?.throwIfAborted();
  const folder = makeTraceFolder();
  let started: Started;
  try {
    started = start(options, folder.file);
  } catch (error) {
    folder.remove();
    throw error;
  }
  if (started.pid === undefined) {
    folder.remove();
    return failedRun(options, started.child);
  }
  return new LiveRun(started, folder, options);
}

/** Node tells why a process could not be started only by an event. */
function failedRun(options: ProgramOptions, child: ChildProcess): Run {
  const ended = new Promise<Outcome>((_, reject) => {
    child.once('error', (error) => reject(startError(options, error)));
  });
  ended.catch(() => undefined);
  return {
    pid: 0,
    events: (async function* () {})(),
    ended,
    stop() {},
    continue() {},
    kill(pid) {
      throw new StageError(`Process ${pid} is not one of this program, which could not be started.`);
    },
    end: () => ended,
  };
}
