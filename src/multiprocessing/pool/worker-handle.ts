import { tracer } from '../../trace/writer.js';
import type { PackedArguments } from '../start/arguments.js';
import { startChild, type Child, type Exit } from '../start/children.js';
import type { FunctionReference } from '../start/function-reference.js';
import { embed, unembed } from '../values/codec.js';
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

  constructor(name: string, module: string, { packed, descriptors }: PackedArguments, events: Events) {
    this.name = name;
    this.#events = events;
    this.#child = startChild({ role: 'worker', name, module, args: packed }, descriptors);
    this.#child.channel.on('message', (message: unknown) => {
      // A task may use `process.send` for its own ends.
      if (Array.isArray(message)) {
        this.#receive(message as unknown as FromWorker);
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

  get exit(): Promise<Exit> {
    return this.#child.exit;
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
    const items = embed(chunk.items, 'items');
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
    this.#child.channel.send(message, () => {});
  }

  #receive(message: FromWorker): void {
    switch (message[0]) {
      case 'ready':
        this.#isReady = true;
        return this.#onReady();
      case 'unusable':
        return this.#events.onUnusable(message[1]);
      case 'done':
      case 'failed':
        this.#settle(message);
        this.#events.onAnswer();
    }
  }

  #settle(message: Extract<FromWorker, readonly ['done' | 'failed', ...unknown[]]>): void {
    const [kind, id, embedded, elapsedMs] = message;
    const assignment = this.#assignments.get(id);
    if (!assignment) {
      return;
    }
    this.#assignments.delete(id);
    const { job, chunk } = assignment;
    const results = unembed(embedded) as unknown[];
    const begun = results.length + (kind === 'failed' ? 1 : 0);
    job.msPerItem = Math.max(elapsedMs / begun, 1e-4);
    tracer?.instant('pool', 'result', { job: job.name, from: this.pid, index: chunk.index, count: begun });
    job.giveBack({ index: chunk.index + begun, items: chunk.items.slice(begun), deaths: chunk.deaths });
    job.deliver(chunk.index, results);
    if (kind === 'failed') {
      const index = chunk.index + results.length;
      job.fail(index, unembedError(message[4], `${this.name} (process ${this.pid}), task ${index} of ${job.target.name}`));
    }
  }
}
