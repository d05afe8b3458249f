import { hasEnded } from './processes.js';

const FREE = 0;
/** About as long as somebody who is not interrupted needs for what we do under a short lock. */
const SPINS = 200;
const NAP_MS = 0.05;
/** How many naps until we ask whether the owner is still alive, which costs a system call or two. */
const NAPS_UNTIL_DOUBT = 40;

const pillow = new Int32Array(new SharedArrayBuffer(4));

/**
 * A word of shared memory that holds the PID of its owner. A dead owner is found out by that PID and taken over from.
 * (If the OS has given the PID to another process in the meantime, which needs all PIDs to be used once round, that one is waited for.)
 */
export class OwnerWord {
  readonly #words: Int32Array;
  readonly #index: number;

  constructor(words: Int32Array, index: number) {
    this.#words = words;
    this.#index = index;
  }

  /** Whether we own it now. */
  tryTake(): boolean {
    return Atomics.compareExchange(this.#words, this.#index, FREE, process.pid) === FREE;
  }

  /** Takes it within a few microseconds of spinning, or not. */
  tryTakeSpinning(): boolean {
    for (let spin = 0; spin < SPINS; spin++) {
      if (Atomics.load(this.#words, this.#index) === FREE && this.tryTake()) {
        return true;
      }
    }
    return false;
  }

  /** Takes it from an owner that has ended, and returns the PID of that owner. */
  takeFromDead(): number | undefined {
    const owner = Atomics.load(this.#words, this.#index);
    const dead = owner !== FREE && owner !== process.pid && hasEnded(owner);
    return dead && Atomics.compareExchange(this.#words, this.#index, owner, process.pid) === owner ? owner : undefined;
  }

  /**
   * Waits for it, blocking this thread: only for what is held for microseconds and never across an `await`.
   * The wait ends when the owner gives it back or dies.
   */
  takeBlocking(): void {
    for (let naps = 1; !this.tryTake() && !this.tryTakeSpinning(); naps++) {
      if (naps % NAPS_UNTIL_DOUBT === 0 && this.takeFromDead() !== undefined) {
        return;
      }
      Atomics.wait(pillow, 0, 0, NAP_MS);
    }
  }

  giveBack(): void {
    Atomics.store(this.#words, this.#index, FREE);
  }
}
