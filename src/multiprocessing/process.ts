import { tracer } from '../trace/writer.js';
import { checkOptions } from './checks.js';
import { StartError } from './errors.js';
import { nameOf } from './names.js';
import { pack } from './start/arguments.js';
import { isStartFailure, startChild, type Child, type Exit } from './start/children.js';
import { refer } from './start/function-reference.js';
import { startLimit, type WaitOptions } from './time-limit.js';

/** How a process is called, and whether it is waited for. */
export interface ProcessOptions {
  /** What the trace and messages call it; by default `process 1` and so on. */
  readonly name?: string;
  /** A daemon does not keep this process alive: it is ended when this process ends. */
  readonly daemon?: boolean;
}

/**
 * A function that runs in an operating-system process of its own. The function reaches it by name, as an export of its
 * module, which the process imports anew; so the main part of the module must stand under `if (isMain(import.meta.url))`.
 *
 *     export function greet(name: string) { console.log(`${name}, from process ${process.pid}`); }
 *
 *     if (isMain(import.meta.url)) {
 *       const child = new Process(import.meta.url, greet, ['hello']).start();
 *       await child.join();
 *     }
 */
export class Process<Args extends readonly unknown[] = readonly unknown[]> {
  /** What the trace and messages call it. */
  readonly name: string;
  /** Whether it is ended when this process ends, instead of being waited for. */
  readonly daemon: boolean;
  readonly #module: string;
  readonly #target: (...args: Args) => unknown;
  readonly #args: Readonly<Args>;
  #child: Child | undefined;
  #exit: Exit | undefined;
  #failure: StartError | undefined;
  #joining = 0;

  /**
   * @param module `import.meta.url` of the module that exports the function
   * @param args values that are copied, and queues, pipe ends, locks and shared arrays, which are handed over
   */
  constructor(module: string, target: (...args: Args) => unknown, args: Readonly<Args>, options: ProcessOptions = {}) {
    checkOptions(options, ['name', 'daemon']);
    this.#module = module;
    this.#target = target;
    this.#args = args;
    this.name = options.name ?? nameOf('process');
    this.daemon = options.daemon ?? false;
  }

  /**
   * Starts the process; its PID is known at once.
   * @throws StartError when it was started before, or cannot be; TransferError for an argument that cannot be sent
   */
  start(): this {
    if (this.#child) {
      throw new StartError(`${this.name} was started before. A process runs once: make another one.`);
    }
    const target = refer(this.#module, this.#target);
    const child = startChild({ role: 'process', name: this.name, target }, pack(this.#args));
    this.#child = child;
    child.channel.on('message', (message: unknown) => {
      if (isStartFailure(message)) {
        this.#failure = new StartError(message.startError);
      }
    });
    void child.exit.then((exit) => {
      this.#exit = exit;
      if (this.#failure && this.#joining === 0) {
        process.emitWarning(this.#failure);
      }
    });
    child.channel.channel?.unref();
    if (this.daemon) {
      child.channel.unref();
    }
    return this;
  }

  /** Its PID; undefined before `start`. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Whether it was started and has not ended. */
  get isAlive(): boolean {
    return this.#child !== undefined && this.#exit === undefined;
  }

  /** The exit code, once the process has ended by itself: 0 when its function returned, 1 when it threw. */
  get exitCode(): number | undefined {
    return this.#exit?.code;
  }

  /** The signal that ended the process, if one did. */
  get signal(): NodeJS.Signals | undefined {
    return this.#exit?.signal;
  }

  /**
   * Waits until the process has ended.
   * @returns whether it has; false only when the time limit passed
   * @throws StartError when it was not started, or could not find its function
   */
  async join(options: WaitOptions = {}): Promise<boolean> {
    const child = this.#child;
    if (!child) {
      throw new StartError(`${this.name} cannot be joined: it was not started.`);
    }
    const span = tracer?.begin('process', 'join', { child: child.pid });
    this.#joining++;
    child.channel.ref();
    const ended = await within(options, child.exit)
      .catch((error: unknown) => {
        span?.end({ error: true });
        throw error;
      })
      .finally(() => {
        if (--this.#joining === 0 && this.daemon) {
          child.channel.unref();
        }
      });
    span?.end(ended ? {} : { timeout: true });
    if (this.#failure) {
      throw this.#failure;
    }
    return ended !== undefined;
  }

  /** Asks the process to end, by SIGTERM. Does nothing when it has ended. */
  terminate(): void {
    this.#child?.channel.kill('SIGTERM');
  }

  /** Ends the process at once, by SIGKILL. Does nothing when it has ended. */
  kill(): void {
    this.#child?.channel.kill('SIGKILL');
  }
}

/** What the promise, which never rejects, gives; or undefined after the limit. */
function within<R>(options: WaitOptions, promise: Promise<R>): Promise<R | undefined> {
  return new Promise((resolve) => {
    const timer = startLimit(options, () => resolve(undefined));
    void promise.then((result) => {
      clearTimeout(timer);
      resolve(result);
    });
  });
}
