import { setImmediate as nextTurn } from 'node:timers/promises';
import { tracer, type Span } from '../trace/writer.js';
import { TimeoutError } from './errors.js';
import { Doorbell } from './memory/doorbell.js';
import { OwnerWord } from './memory/owner-word.js';
import { SharedMemory } from './memory/shared-memory.js';
import { WaitingLine } from './memory/waiting-line.js';
import { nameOf } from './names.js';
import { handOver, type Handle, type HandleDescription } from './start/handle.js';
import type { WaitOptions } from './time-limit.js';

const BYTES = 4096;
const [OWNER, BELL] = [0, 16];
/** How soon a waiter notices that the holder has died. */
const RECHECK_MS = 20;
/** For how long a process may take the lock past others that wait: to hand it over each time would cost a lot. */
const TURN_MS = 5;
/** After that it leaves the lock alone for so long, in which somebody who was woken takes it. */
const PAUSE_MS = 1;
/** After so many acquisitions timers and other events get their turn, even if none had to wait. */
const STREAK = 512;

interface Attached {
  readonly name: string;
  readonly memory: SharedMemory;
  readonly bell: Doorbell;
}

/** What `acquire` tells the new holder. */
export interface Acquisition {
  /** The PID of a holder that ended without releasing: what the lock protects may be half changed. */
  readonly deadHolder: number | undefined;
}

/**
 * Lets one caller of one process in at a time: hand it over as an argument to `Process` or `Pool`. Not reentrant: who
 * holds it and acquires it again waits for ever, as with Python's `Lock`. A holder that dies is taken over from.
 */
export class Lock implements Handle {
  /** What the trace and messages call it. */
  readonly name: string;
  readonly #memory: SharedMemory;
  readonly #bell: Doorbell;
  readonly #owner: OwnerWord;
  readonly #line: WaitingLine<void, Acquisition>;
  #isHeld = false;
  #streak = 0;
  #hold: Span | undefined;
  /** Since when it has taken the lock past others. */
  #turnBegan: number | undefined;

  /**
   * @param attached given only by the library, in a child
   * @throws SharedMemoryError where processes cannot share memory
   */
  constructor(attached?: Attached) {
    this.#memory = attached?.memory ?? SharedMemory.create(BYTES);
    const words = new Int32Array(this.#memory.buffer);
    this.name = attached?.name ?? nameOf('lock');
    this.#bell = attached?.bell ?? Doorbell.create(words, BELL, RECHECK_MS);
    this.#owner = new OwnerWord(words, OWNER);
    this.#line = new WaitingLine(this.#bell, () => this.#tryAcquire());
  }

  /** Waits until the lock is this caller's. @throws TimeoutError */
  async acquire(options: WaitOptions = {}): Promise<Acquisition> {
    const span = tracer?.begin('lock', 'wait', { lock: this.name });
    try {
      if (++this.#streak % STREAK === 0) {
        await nextTurn();
      }
      this.#endTurn();
      const acquisition =
        (this.#line.isFree && this.#tryAcquire()) ||
        (await this.#line.wait(undefined, `Acquiring ${this.name}`, options));
      const { deadHolder } = acquisition;
      span?.end({ lock: this.name, ...(deadHolder !== undefined && { deadHolder }) });
      this.#hold = tracer?.begin('lock', 'hold', { lock: this.name });
      return acquisition;
    } catch (error) {
      span?.end({ lock: this.name, [error instanceof TimeoutError ? 'timeout' : 'error']: true });
      throw error;
    }
  }

  /** @throws Error when this process does not hold the lock */
  release(): void {
    if (!this.#isHeld) {
      const mend = this.#line.isEmpty ? '' : ' It still waits for it: write `await` before `acquire()`.';
      throw new Error(`${this.name} cannot be released here: process ${process.pid} does not hold it.${mend}`);
    }
    this.#isHeld = false;
    this.#hold?.end({ lock: this.name });
    this.#owner.giveBack();
    this.#bell.ring();
    this.#endTurn();
    this.#line.serve();
  }

  /** Runs a function, which may be async, while holding the lock; releases it however that ends. */
  async runExclusive<R>(critical: (acquisition: Acquisition) => R | Promise<R>, options?: WaitOptions): Promise<R> {
    const acquisition = await this.acquire(options);
    try {
      return await critical(acquisition);
    } finally {
      this.release();
    }
  }

  [handOver](): { description: HandleDescription; descriptors: readonly number[] } {
    return {
      description: { kind: 'lock', name: this.name, detail: {} },
      descriptors: [this.#memory.fd, ...this.#bell.descriptors],
    };
  }

  /** In a child: opens what was handed over. */
  static attach({ name }: HandleDescription, descriptors: readonly number[]): Lock {
    const [fd = -1, readEnd = -1, writeEnd = -1] = descriptors;
    const memory = SharedMemory.attach(fd, BYTES);
    const bell = Doorbell.attach(new Int32Array(memory.buffer), BELL, RECHECK_MS, [readEnd, writeEnd]);
    return new Lock({ name, memory, bell });
  }

  /** Leaves the lock to those who were woken, when this process has taken it past them for long enough. */
  #endTurn(): void {
    if (!this.#isHeld && this.#turnBegan !== undefined && performance.now() - this.#turnBegan > TURN_MS) {
      this.#turnBegan = undefined;
      this.#line.rest(PAUSE_MS);
    }
  }

  #tryAcquire(): Acquisition | undefined {
    if (this.#isHeld) {
      return undefined;
    }
    let deadHolder: number | undefined;
    if (!this.#owner.tryTakeSpinning()) {
      deadHolder = this.#owner.takeFromDead();
      if (deadHolder === undefined) {
        return undefined;
      }
    }
    this.#isHeld = true;
    this.#turnBegan = this.#bell.anyoneElseListens() ? (this.#turnBegan ?? performance.now()) : undefined;
    return { deadHolder };
  }
}
