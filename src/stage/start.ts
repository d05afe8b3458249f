import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { TRACE_VARIABLE } from '../trace/event.js';
import { reasonOf, StageError } from './errors.js';
import type { ProgramOptions } from './run.js';

export type Child = ChildProcessByStdio<null, Readable, Readable>;

/** Our environment without a trace, and without NODE_EXTRA_CA_CERTS, which makes each Node process 75 ms late. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, [TRACE_VARIABLE]: __, ...rest } = process.env;
  return rest;
}

type Started = Pick<ProgramOptions, 'runtime' | 'program' | 'args'>;

/** Starts a program as the leader of a session and group of its own, so that all of it can be stopped and ended. */
export function start({ runtime, program, args }: Started, traceFile: string): Child {
  try {
    return spawn(runtime ?? process.execPath, [program, ...args], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...plainEnvironment(), [TRACE_VARIABLE]: traceFile },
    });
  } catch (error) {
    throw startError({ runtime, program, args }, error);
  }
}

export function startError({ runtime = process.execPath, program }: Started, error: unknown): StageError {
  return new StageError(
    `${program} could not be started with ${runtime}: ${reasonOf(error)}. See that ${runtime} can be run there.`,
    { cause: error },
  );
}
