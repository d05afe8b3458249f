import { closeSync, writeSync } from 'node:fs';
import { Socket, type OnReadOpts, type SocketConstructorOpts } from 'node:net';
import { libc } from './libc.js';

/** Words of shared memory that a bell uses, from the index that it is given; a cache line apart from others' words. */
export const DOORBELL_WORDS = 16;
const [WAITING, RUNG] = [0, 1];
const ONE = Buffer.from([1]);

/** Closes the pipe of a bell that nobody has any more. (One at which somebody has waited stays open with its socket.) */
const closer = new FinalizationRegistry<readonly number[]>((descriptors) => descriptors.forEach((fd) => closeSync(fd)));

/**
 * Wakes processes that wait for a change in shared memory, without their polling it: a pipe that all of them have, and
 * a count of those who wait, so that ringing costs nothing when nobody does. A process that is killed between hearing
 * and acting would swallow a ring, so sleepers also look by themselves every `recheckMs`.
 */
export class Doorbell {
  readonly descriptors: readonly [readEnd: number, writeEnd: number];
  readonly #words: Int32Array;
  readonly #index: number;
  readonly #recheckMs: number;
  #socket: Socket | undefined;
  #listener: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;

  private constructor(words: Int32Array, index: number, recheckMs: number, descriptors: readonly [number, number]) {
    this.#words = words;
    this.#index = index;
    this.#recheckMs = recheckMs;
    this.descriptors = descriptors;
    closer.register(this, descriptors, this);
  }

  static create(words: Int32Array, index: number, recheckMs: number): Doorbell {
    return new Doorbell(words, index, recheckMs, libc().pipe());
  }

  static attach(words: Int32Array, index: number, recheckMs: number, descriptors: readonly [number, number]): Doorbell {
    return new Doorbell(words, index, recheckMs, descriptors);
  }

  /** Wakes one process that listens, if there is one. Whoever wakes and leaves work for others must ring again. */
  ring(): void {
    if (!this.anyoneElseListens() || Atomics.compareExchange(this.#words, this.#index + RUNG, 0, 1) !== 0) {
      return;
    }
    try {
      writeSync(this.descriptors[1], ONE);
    } catch {
      // The pipe is full: it wakes everybody anyway.
    }
  }

  anyoneElseListens(): boolean {
    return Atomics.load(this.#words, this.#index + WAITING) > (this.#listener ? 1 : 0);
  }

  /** Calls `listener` whenever the bell rings, and now and then besides, until `ignore`. Keeps the process alive. */
  listen(listener: () => void): void {
    this.#listener = listener;
    Atomics.add(this.#words, this.#index + WAITING, 1);
    this.#timer = setInterval(() => this.#heard(), this.#recheckMs);
    this.#socket ??= this.#open();
    this.#socket.ref();
    this.#socket.resume();
  }

  ignore(): void {
    this.#listener = undefined;
    Atomics.sub(this.#words, this.#index + WAITING, 1);
    clearInterval(this.#timer);
    this.#socket?.pause();
    this.#socket?.unref();
  }

  #heard(): void {
    Atomics.store(this.#words, this.#index + RUNG, 0);
    this.#listener?.();
  }

  #open(): Socket {
    const options: SocketConstructorOpts & { onread: OnReadOpts } = {
      fd: this.descriptors[0],
      readable: true,
      writable: false,
      // A byte wakes one process, so nobody may read two; and whoever does not listen leaves them to others.
      onread: {
        buffer: new Uint8Array(1),
        callback: () => {
          this.#heard();
          return this.#listener !== undefined;
        },
      },
    };
    const socket = new Socket(options);
    closer.unregister(this);
    socket.on('error', () => socket.destroy());
    return socket;
  }
}
