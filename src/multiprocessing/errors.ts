/** A value, a function or a handle cannot reach another process. `path` says where in the value the culprit is. */
export class TransferError extends Error {
  override readonly name = 'TransferError';
  readonly path: string;

  constructor(path: string, reason: string) {
    super(`${path} ${reason}`);
    this.path = path;
  }
}

/** The time limit passed before the operation could be done. Nothing was put, taken or acquired. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/** A process could not be started, or could not find the function that it should run. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

interface Death {
  readonly task: string;
  /** How many workers have died with the task. */
  readonly times: number;
  readonly pid: number;
  readonly code: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
}

/** A pool's worker died while it did a task, and the task was not, or not any more, tried again. */
export class WorkerDiedError extends Error {
  override readonly name = 'WorkerDiedError';
  /** The PID of the last worker that had the task, and how it ended: one of these is given. */
  readonly pid: number;
  readonly exitCode: number | undefined;
  readonly signal: NodeJS.Signals | undefined;

  constructor({ task, times, pid, code, signal }: Death) {
    const who = times === 1 ? 'The worker that did' : `${times} workers, one after the other, died while they did`;
    const how = `process ${pid}, ended by ${signal ?? `exit code ${code}`}`;
    super(times === 1 ? `${who} ${task} died: ${how}.` : `${who} ${task}. The last was ${how}.`);
    this.pid = pid;
    this.exitCode = code;
    this.signal = signal;
  }
}

/** The pool takes no tasks: it was closed, terminated, or its workers cannot start. */
export class PoolClosedError extends Error {
  override readonly name = 'PoolClosedError';
}

/** The queue was closed: nothing can be put into it, and everything that was in it has been taken. */
export class QueueClosedError extends Error {
  override readonly name = 'QueueClosedError';
}

/** Nothing more can come through the pipe: the last copy of its other end is closed. */
export class EOFError extends Error {
  override readonly name = 'EOFError';
}

/** Nobody can receive what was sent: the last copy of the pipe's other end is closed. */
export class BrokenPipeError extends Error {
  override readonly name = 'BrokenPipeError';
}

/** Memory that processes share cannot be had on this machine. */
export class SharedMemoryError extends Error {
  override readonly name = 'SharedMemoryError';
}
