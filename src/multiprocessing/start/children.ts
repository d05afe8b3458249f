import { fork, type ChildProcess } from 'node:child_process';
import { unwatch, watch } from '../../reaper/reaper.js';
import { tracer } from '../../trace/writer.js';
import { toWire } from '../channel/wire.js';
import { entryFile } from '../entry-file.js';
import { StartError } from '../errors.js';
import type { PackedArguments } from './arguments.js';
import type { FunctionReference } from './function-reference.js';
import { isImporting } from './importing.js';

/** What is told first to a process that runs one function. */
export interface ProcessStart {
  readonly role: 'process';
  readonly name: string;
  readonly target: FunctionReference;
}

/** What is told first to a pool's worker, which gets its functions later. */
export interface WorkerStart {
  readonly role: 'worker';
  readonly name: string;
  readonly module: string;
}

/** What a child answers when it cannot find its function. */
export interface StartFailure {
  readonly startError: string;
}

export function isStartFailure(message: unknown): message is StartFailure {
  return typeof message === 'object' && message !== null && 'startError' in message;
}

/** How a process ended: by itself with an exit code, or by a signal. */
export interface Exit {
  readonly code: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
}

export interface Child {
  readonly pid: number;
  readonly channel: ChildProcess;
  /** Never rejects. */
  readonly exit: Promise<Exit>;
}

/**
 * Starts a process of ours and tells it what it is. It inherits this process's output, reads nothing, and dies with us.
 * @throws StartError when the OS refuses another process, the arguments are too large, or the module's main part runs in a
 *   child
 */
export function startChild(start: ProcessStart | WorkerStart, { packed, descriptors }: PackedArguments): Child {
  if (isImporting()) {
    throw new StartError(
      `${start.name} would be started by a child process that only imports its module, and so on without end. ` +
        'Put whatever starts processes under if (isMain(import.meta.url)) { … }',
    );
  }
  if (descriptors.some((descriptor) => typeof descriptor === 'object' && descriptor.destroyed)) {
    throw new StartError(
      `${start.name} cannot be given a pipe end that is closed here. A pool gives its arguments to each worker that takes the ` +
        'place of a dead one, so keep your copy open as long as the pool.',
    );
  }
  tracer?.instant('process', 'start', { name: start.name });
  const channel: ChildProcess = fork(entryFile(start.role), {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc', ...descriptors],
  });
  // An error here is a message that could not be delivered to a child that has ended: `exit` tells of that.
  channel.on('error', () => {});
  const { pid } = channel;
  if (pid === undefined) {
    throw new StartError(`The OS did not start ${start.name}: too many processes or open files?`);
  }
  watch(pid);
  tracer?.instant('process', 'started', { name: start.name, child: pid });
  const exit = new Promise<Exit>((resolve) => {
    channel.once('exit', (code, signal) => {
      unwatch(pid);
      tracer?.instant('process', 'exit', { child: pid, code, signal });
      resolve({ code: code ?? undefined, signal: signal ?? undefined });
    });
  });
  try {
    channel.send(toWire([start, ...packed]), () => {});
  } catch (error) {
    channel.kill('SIGKILL');
    throw new StartError(`The arguments of ${start.name} cannot be sent, they are too large: ${String(error)}`);
  }
  return { pid, channel, exit };
}
