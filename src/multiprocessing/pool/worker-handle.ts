import { tracer } from '../../trace/writer.js';
import { fromWire, isWire, toWire } from '../channel/wire.js';
import type { PackedArguments } from '../start/arguments.js';
import { startChild, type Child, type Exit } from '../start/children.js';
import type { FunctionReference } from '../start/function-reference.js';
import { embedAll, unembed } from '../values/codec.js';
import type { Chunk, Job } from './job.js';
import { unembedError, type FromWorker, type ToWorker } from './messages.js';

/** How long a worker may take to end after its channel was closed. */
const GRACE_MS = 500;

/** A chunk that is with a worker. */
export interface Assignment {
  readonly job: Job;
  readonly chunk: Chunk;
}

interface Events {
  /** It has answered, so it can be given more. */
  onAnswer(): void;
  /** It can do nothing: its module cannot be imported. */
  onUnusable(reason: string): void;
  /** It has ended, with these chunks on its hands; it was busy with the first. */
  onExit(worker: WorkerHandle, exit: Exit, lost: readonly Assignment[]): void;
}

/** A pool's worker as the pool sees it. */
export class WorkerHandle {
  readonly name: string;
  readonly #child: Child;
  readonly #events: Events;
  readonly #assignments = new Map<number, Assignment>();
  readonly #known = new Map<FunctionReference, number>();
  #ids = 0;
  /** Resolves when it has imported its module; or has ended, so that nobody waits for ever. */
  readonly ready: Promise<void>;
  #keepsAlive = true;
  #isReady = false;
  #onReady: () => void = () => {};

  constructor(name: string, module: string, args: PackedArguments, events: Events) {
    this.name = name;
    this.#events = events;
    this.#child = startChild({ role: 'worker', name, module }, args);
    this.#child.channel.on('message', (message: unknown) => {
      // A task may use `process.send` for its own ends.
      if (isWire(message)) {
        this.#receive(fromWire(message) as unknown as FromWorker);
      }
    });
    this.ready = new Promise((resolve) => {
      this.#onReady = resolve;
    });
    void this.#child.exit.then(this.#onReady);
    void this.#child.exit.then((exit) => events.onExit(this, exit, [...this.#assignments.values()]));
  }

  get pid(): number {
    return this.#child.pid;
  }

  /** Whether it has imported its module. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** How many chunks it has. */
  get load(): number {
    return this.#assignments.size;
  }

  /** Whether it keeps this process alive. */
  keepAlive(isNeeded: boolean): void {
    const { channel } = this.#child;
    if (isNeeded === this.#keepsAlive) {
      return;
    }
    this.#keepsAlive = isNeeded;
    if (isNeeded) {
      channel.ref();
      channel.channel?.ref();
    } else {
      channel.unref();
      channel.channel?.unref();
    }
  }

  /** @throws TransferError for an item that cannot be sent */
  assign(job: Job, chunk: Chunk, budgetMs: number): void {
    const items = embedAll(chunk.items, 'items');
    let fn = this.#known.get(job.target);
    if (fn === undefined) {
      fn = this.#known.size;
      this.#known.set(job.target, fn);
      this.#send(['function', fn, job.target]);
    }
    const id = this.#ids++;
    tracer?.instant('pool', 'send', { job: job.name, to: this.pid, index: chunk.index, count: chunk.items.length });
    this.#send(['tasks', id, fn, job.name, chunk.index, items, budgetMs]);
    this.#assignments.set(id, { job, chunk });
  }

  /** Lets it end when it has nothing to do; after a while, makes it. */
  async close(): Promise<void> {
    const { channel, exit } = this.#child;
    channel.ref();
    if (channel.connected) {
      channel.disconnect();
    }
    const timer = setTimeout(() => this.kill(), GRACE_MS);
    await exit;
    clearTimeout(timer);
  }

  kill(): void {
    this.#child.channel.kill('SIGKILL');
  }

  #send(message: ToWorker): void {
    // A worker that cannot be reached has ended or will: `onExit` tells.
    this.#child.channel.send(toWire(message), () => {});
  }

  #receive(message: FromWorker): void {
    switch (message[0]) {
      case 'ready':
        this.#isReady = true;
        return this.#onReady();
      case 'unusable':
        return this.#events.onUnusable(message[1]);
      case 'part':
      case 'done':
      case 'failed':
        this.#settle(message);
        this.#events.onAnswer();
    }
  }

  #settle(message: Extract<FromWorker, readonly ['part' | 'done' | 'failed', ...unknown[]]>): void {
    const [kind, id, embedded] = message;
    const assignment = this.#assignments.get(id);
    if (!assignment) {
      return;
    }
    const { job, chunk } = assignment;
    const results = unembed(embedded) as unknown[];
    const error = kind === 'part' ? message[3] : kind === 'failed' ? message[4] : undefined;
    const begun = results.length + (error === undefined ? 0 : 1);
    const rest = { ...chunk, index: chunk.index + begun, items: chunk.items.slice(begun) };
    tracer?.instant('pool', 'result', { job: job.name, from: this.pid, index: chunk.index, count: begun });
    if (kind === 'part') {
      this.#assignments.set(id, { job, chunk: rest });
    } else {
      this.#assignments.delete(id);
      job.msPerItem = Math.max(message[3] / Math.max(begun, 1), 1e-4);
      job.giveBack(rest);
    }
    job.deliver(chunk.index, results);
    if (error !== undefined) {
      const index = chunk.index + results.length;
      job.fail(index, unembedError(error, `${this.name} (process ${this.pid}), task ${index} of ${job.target.name}`));
    }
  }
}
