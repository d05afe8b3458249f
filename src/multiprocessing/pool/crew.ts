import { PoolClosedError } from '../errors.js';
import type { PackedArguments } from '../start/arguments.js';
import type { Exit } from '../start/children.js';
import { WorkerHandle, type Assignment } from './worker-handle.js';

/** So many workers in a row may end before they have imported their module. */
const EARLY_DEATHS = 3;

interface Events {
  /** A worker has answered, so it can be given more. */
  onAnswer(): void;
  /** There are no workers any more, and there will be none, for this reason. */
  onUseless(reason: PoolClosedError): void;
  /** A worker has ended, with these chunks on its hands; its replacement is there. */
  onDeath(dead: WorkerHandle, exit: Exit, lost: readonly Assignment[]): void;
}

/** The workers of a pool: always as many as were asked for, since each that dies is replaced, until it is disbanded. */
export class Crew {
  readonly #pool: string;
  readonly #module: string;
  readonly #args: PackedArguments;
  readonly #events: Events;
  #workers: readonly WorkerHandle[] = [];
  #started = 0;
  #earlyDeaths = 0;
  #isDisbanded = false;

  /** @throws StartError when the OS refuses to start one of them; then none is left */
  constructor(pool: string, module: string, args: PackedArguments, size: number, events: Events) {
    this.#pool = pool;
    this.#module = module;
    this.#args = args;
    this.#events = events;
    try {
      while (this.#workers.length < size) {
        this.#workers = [...this.#workers, this.#start()];
      }
    } catch (error) {
      this.kill();
      this.#workers = [];
      throw error;
    }
  }

  get workers(): readonly WorkerHandle[] {
    return this.#workers;
  }

  /** Resolves when all have imported their module, replacements included; or when it is disbanded. */
  async ready(): Promise<void> {
    while (!this.#isDisbanded && this.#workers.some(({ isReady }) => !isReady)) {
      await Promise.all(this.#workers.map(({ ready }) => ready));
    }
  }

  keepAlive(isNeeded: boolean): void {
    for (const worker of this.#workers) {
      worker.keepAlive(isNeeded);
    }
  }

  /** Lets the workers end when they have nothing to do, and waits for it. */
  async close(): Promise<void> {
    this.#isDisbanded = true;
    await Promise.all(this.#workers.map((worker) => worker.close()));
  }

  /** Ends the workers at once. */
  kill(): void {
    this.#isDisbanded = true;
    for (const worker of this.#workers) {
      worker.kill();
    }
  }

  #start(): WorkerHandle {
    return new WorkerHandle(`worker ${++this.#started}`, this.#module, this.#args, {
      onAnswer: () => this.#events.onAnswer(),
      onUnusable: (reason) => this.#giveUp(`${this.#pool}'s workers cannot import their module.\n${reason}`),
      onExit: (dead, exit, lost) => this.#replace(dead, exit, lost),
    });
  }

  #replace(dead: WorkerHandle, exit: Exit, lost: readonly Assignment[]): void {
    if (!this.#workers.includes(dead)) {
      return;
    }
    this.#workers = this.#workers.filter((worker) => worker !== dead);
    this.#earlyDeaths = dead.isReady ? 0 : this.#earlyDeaths + 1;
    if (this.#earlyDeaths > EARLY_DEATHS) {
      const last = `the last with ${exit.signal ?? `exit code ${exit.code}`}`;
      this.#giveUp(`${this.#pool}'s workers end before they have imported their module, ${last}.`);
    }
    if (!this.#isDisbanded) {
      try {
        this.#workers = [...this.#workers, this.#start()];
      } catch (error) {
        this.#giveUp(`${this.#pool} cannot replace a worker that died. ${String(error)}`);
      }
    }
    this.#events.onDeath(dead, exit, lost);
  }

  #giveUp(reason: string): void {
    if (!this.#isDisbanded) {
      this.kill();
      this.#events.onUseless(new PoolClosedError(reason));
    }
  }
}
