import { tracer } from '../trace/writer.js';
import { PoolClosedError } from './errors.js';
import { nameOf } from './names.js';
import { retryOrFail } from './pool/after-death.js';
import { ArrayJob } from './pool/array-job.js';
import { BatchJob } from './pool/batch-job.js';
import { chunkSize, SLICE_MS } from './pool/chunk-size.js';
import { Crew } from './pool/crew.js';
import { listOf } from './pool/items.js';
import type { Chunk, Job } from './pool/job.js';
import { checkMapOptions, complete, type MapOptions, type PoolOptions, type Task } from './pool/options.js';
import { StreamJob } from './pool/stream-job.js';
import { findUnsendable, tooLarge } from './pool/unsendable.js';
import type { WorkerHandle } from './pool/worker-handle.js';
import { pack } from './start/arguments.js';
import { refer, type FunctionReference } from './start/function-reference.js';

/** A worker gets its next chunk while it still does one, so that it need not wait for us; unless tasks are long. */
const CHUNKS_IN_ADVANCE = 2;
const LONG_TASK_MS = 1;
/** A chunk whose size the caller has chosen is done whole. */
const NO_BUDGET = 2 ** 31;

/**
 * A fixed number of worker processes that share the tasks given to them. A task is a named function that the module
 * exports; the workers import it.
 *
 *     export function square(n: number) { return n * n; }
 *
 *     if (isMain(import.meta.url)) {
 *       const pool = new Pool(import.meta.url, { workers: 3 });
 *       console.log(await pool.map(square, [1, 2, 3]));
 *       await pool.close();
 *     }
 *
 * A worker that dies is replaced at once, and the task that it did is tried again up to a limit: no call hangs, and a
 * task may be done more than once. A pool without tasks does not keep this process alive.
 *
 * `Args` are the types of what every task gets after its item.
 */
export class Pool<Args extends readonly unknown[] | [] = []> {
  /** What the trace and messages call it. */
  readonly name = nameOf('pool');
  readonly #module: string;
  readonly #retries: number;
  readonly #references = new Map<unknown, FunctionReference>();
  readonly #crew: Crew;
  #jobs: Job[] = [];
  /** Takes the calls of `apply` that are made in this tick. */
  #batch: BatchJob | undefined;
  #closed: PoolClosedError | undefined;
  readonly #onIdle: (() => void)[] = [];
  #awaitingReady = 0;

  /**
   * Starts the workers, and returns before they are ready: tasks may be given at once.
   * @param module `import.meta.url` of the module that exports the tasks
   * @throws StartError when the OS refuses to start one, TransferError for an argument that cannot be sent
   */
  constructor(module: string, options: PoolOptions<Args> = {}) {
    const { workers, args, retries } = complete(options);
    this.#module = module;
    this.#retries = retries;
    this.#crew = new Crew(this.name, module, pack(args), workers, {
      onAnswer: () => this.#dispatch(),
      onUseless: (reason) => this.#break(reason),
      onDeath: (dead, exit, lost) => {
        retryOrFail(lost, this.#retries, dead, exit);
        this.#dispatch();
      },
    });
    this.#dispatch();
  }

  /** The PIDs of the workers as they are now. */
  get pids(): number[] {
    return this.#crew.workers.map(({ pid }) => pid);
  }

  /**
   * Resolves when all workers have started and imported their module: to be awaited before measuring.
   * @throws PoolClosedError when they cannot
   */
  async ready(): Promise<void> {
    this.#awaitingReady++;
    this.#dispatch();
    await this.#crew.ready();
    this.#awaitingReady--;
    this.#dispatch();
    if (this.#closed) {
      throw this.#closed;
    }
  }

  /**
   * Does a task for each item and gives the results in the order of the items. The first error ends the call.
   * @throws what a task throws, with the stack that it had in the worker; WorkerDiedError when the workers of a task
   *   died too often; TransferError for an item or a result that cannot be sent; PoolClosedError
   */
  async map<Item, Result>(fn: Task<Item, Result, Args>, items: Iterable<Item>, options: MapOptions = {}): Promise<Awaited<Result>[]> {
    checkMapOptions(options);
    options.signal?.throwIfAborted();
    const target = this.#refer(fn);
    const list = listOf(items);
    const job = new ArrayJob(target, list, options.chunkSize);
    const about = { pool: this.name, job: job.name, function: fn.name, items: list.length, workers: this.#crew.workers.length };
    const span = tracer?.begin('pool', 'map', about);
    try {
      this.#add(job, options.signal);
      const results = await job.results;
      span?.end();
      return results as Awaited<Result>[];
    } catch (error) {
      span?.end({ error: String(error) });
      throw error;
    }
  }

  /**
   * Like `map`, but takes the items as they are needed and gives each result, in the order of the items, as soon as it
   * is there. An item's error is thrown in its place; whoever calls `next` again gets the results behind it. It is at most
   * 2,048 items ahead of the results that were asked for, so memory stays flat; whoever leaves the loop ends the call.
   */
  imap<Item, Result>(
    fn: Task<Item, Result, Args>,
    items: Iterable<Item> | AsyncIterable<Item>,
    options: MapOptions = {},
  ): AsyncIterableIterator<Awaited<Result>> {
    return this.#stream(fn, items, true, options) as AsyncIterableIterator<Awaited<Result>>;
  }

  /** Like `imap`, but gives the results in the order in which they come. */
  imapUnordered<Item, Result>(
    fn: Task<Item, Result, Args>,
    items: Iterable<Item> | AsyncIterable<Item>,
    options: MapOptions = {},
  ): AsyncIterableIterator<Awaited<Result>> {
    return this.#stream(fn, items, false, options) as AsyncIterableIterator<Awaited<Result>>;
  }

  /** Does one task. Calls that are made in the same tick travel together. @throws what `map` throws */
  apply<Item, Result>(fn: Task<Item, Result, Args>, item: Item): Promise<Awaited<Result>> {
    // Not `async`: a second promise for each call would take a third of the time of a small task.
    try {
      const target = this.#refer(fn);
      // A batch whose calls have all been refused already is no job any more: nobody would do what joined it.
      const open = this.#batch?.isSettled === false && this.#batch.target === target ? this.#batch : undefined;
      return (open ?? this.#beginBatch(target)).add(item) as Promise<Awaited<Result>>;
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /**
   * Does the tasks that it has, then lets the workers end. It takes no more: `imap` takes no further items, and if there
   * were some, throws PoolClosedError behind the last result.
   */
  async close(): Promise<void> {
    this.#closed ??= new PoolClosedError(`${this.name} is closed.`);
    for (const job of this.#jobs) {
      job.stop(new PoolClosedError(`${this.name} was closed before imap had taken all its items.`));
    }
    await new Promise<void>((resolve) => {
      this.#onIdle.push(resolve);
      this.#dispatch();
    });
    await this.#crew.close();
  }

  /** Ends the workers at once. Calls that wait for results reject with PoolClosedError. */
  async terminate(): Promise<void> {
    this.#break(new PoolClosedError(`${this.name} was terminated.`));
    await this.#crew.close();
  }

  /** Closes it, at the end of the block in which `await using` made it. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #refer(fn: unknown): FunctionReference {
    if (this.#closed) {
      throw this.#closed;
    }
    let reference = this.#references.get(fn);
    if (!reference) {
      reference = refer(this.#module, fn);
      this.#references.set(fn, reference);
    }
    return reference;
  }

  #stream(
    fn: unknown,
    items: Iterable<unknown> | AsyncIterable<unknown>,
    ordered: boolean,
    options: MapOptions,
  ): StreamJob {
    checkMapOptions(options);
    const job = new StreamJob(this.#refer(fn), items, { ordered, chunkSize: options.chunkSize, onChange: () => this.#dispatch() });
    this.#add(job, options.signal);
    return job;
  }

  #beginBatch(target: FunctionReference): BatchJob {
    const batch = new BatchJob(target);
    this.#batch = batch;
    this.#jobs.push(batch);
    queueMicrotask(() => {
      if (this.#batch === batch) {
        this.#batch = undefined;
      }
      this.#dispatch();
    });
    return batch;
  }

  #add(job: Job, signal?: AbortSignal): void {
    job.heed(signal, () => this.#dispatch());
    this.#jobs.push(job);
    this.#dispatch();
  }

  /** Gives waiting items to workers that have room for them. */
  #dispatch(): void {
    for (;;) {
      const job = this.#jobs.find(({ waiting }) => waiting > 0);
      if (!job) {
        break;
      }
      const { worker, room } = this.#roomFor(job);
      if (!worker) {
        break;
      }
      const { length } = this.#crew.workers;
      const size = this.#retries === 0 ? 1 : (job.chunkSize ?? chunkSize(job.waiting, length, room, job.msPerItem));
      this.#assign(worker, job, job.take(size));
    }
    this.#jobs.filter(({ isSettled }) => isSettled).forEach((job) => job.end());
    this.#jobs = this.#jobs.filter(({ isSettled }) => !isSettled);
    const isWorking = this.#crew.workers.some(({ load }) => load > 0);
    if (this.#jobs.length === 0 && !isWorking) {
      this.#onIdle.splice(0).forEach((resolve) => resolve());
    }
    // A stream whose results nobody asks for is a job too, but nothing is done for it.
    const isBusy = isWorking || this.#jobs.some(({ waiting }) => waiting > 0);
    this.#crew.keepAlive(this.#awaitingReady > 0 || this.#onIdle.length > 0 || (isBusy && this.#jobs.length > 0));
  }

  /** The worker with the fewest chunks of those that may have one more, and how many more all together may have. */
  #roomFor({ msPerItem = Infinity }: Job): { worker: WorkerHandle | undefined; room: number } {
    // Whoever may not try again must know which task a dead worker was doing.
    const most = msPerItem < LONG_TASK_MS && this.#retries > 0 ? CHUNKS_IN_ADVANCE : 1;
    const free = this.#crew.workers.filter(({ load }) => load < most).toSorted((one, other) => one.load - other.load);
    return { worker: free[0], room: free.reduce((sum, { load }) => sum + most - load, 0) };
  }

  #assign(worker: WorkerHandle, job: Job, chunk: Chunk): void {
    try {
      worker.assign(job, chunk, job.chunkSize === undefined ? SLICE_MS : NO_BUDGET);
    } catch (error) {
      const bad = findUnsendable(chunk.items, 'item', chunk.index);
      const half = chunk.items.length >> 1;
      if (bad) {
        job.failOne(chunk, bad.offset, bad.error);
      } else if (half > 0) {
        // Only together they are too large for a message.
        job.giveBack({ ...chunk, index: chunk.index + half, items: chunk.items.slice(half) });
        this.#assign(worker, job, { ...chunk, items: chunk.items.slice(0, half) });
      } else {
        job.failOne(chunk, 0, tooLarge('item', chunk.index, error));
      }
    }
  }

  #break(reason: PoolClosedError): void {
    this.#closed ??= reason;
    for (const job of this.#jobs.splice(0)) {
      job.cancel(reason);
    }
    this.#crew.kill();
    this.#dispatch();
  }
}
