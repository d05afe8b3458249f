import { closeSync, writeSync } from 'node:fs';
import { Socket, type OnReadOpts, type SocketConstructorOpts } from 'node:net';
import { libc } from './libc.js';

/** Words of shared memory that a bell uses, from the index that it is given; a cache line apart from others' words. */
export const DOORBELL_WORDS = 16;
const [WAITING, RUNG] = [0, 1];
const ONE = Buffer.from([1]);

type Descriptors = readonly [readEnd: number, writeEnd: number];

/** What a bell has opened. It does not know the bell, which would otherwise never be collected. */
interface Opened {
  readonly descriptors: Descriptors;
  /** Reads from the read end, and closes it; undefined before somebody has listened. */
  socket?: Socket;
}

/** Closes the pipe of a bell that nobody has any more. */
const closer = new FinalizationRegistry<Opened>(({ descriptors: [readEnd, writeEnd], socket }) => {
  if (socket) {
    socket.destroy();
  } else {
    closeSync(readEnd);
  }
  closeSync(writeEnd);
});

/**
 * Wakes processes that wait for a change in shared memory, without their polling it: a pipe that all of them have, and
 * a count of those who wait, so that ringing costs nothing when nobody does. A process that is killed between hearing
 * and acting would swallow a ring, so sleepers also look by themselves every `recheckMs`.
 */
export class Doorbell {
  readonly descriptors: Descriptors;
  readonly #words: Int32Array;
  readonly #index: number;
  readonly #recheckMs: number;
  readonly #opened: Opened;
  #listener: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;

  private constructor(words: Int32Array, index: number, recheckMs: number, descriptors: Descriptors) {
    this.#words = words;
    this.#index = index;
    this.#recheckMs = recheckMs;
    this.descriptors = descriptors;
    this.#opened = { descriptors };
    closer.register(this, this.#opened);
  }

  static create(words: Int32Array, index: number, recheckMs: number): Doorbell {
    return new Doorbell(words, index, recheckMs, libc().pipe());
  }

  static attach(words: Int32Array, index: number, recheckMs: number, descriptors: Descriptors): Doorbell {
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
    const socket = (this.#opened.socket ??= Doorbell.#open(this.descriptors[0], new WeakRef(this)));
    socket.ref();
    socket.resume();
  }

  ignore(): void {
    this.#listener = undefined;
    Atomics.sub(this.#words, this.#index + WAITING, 1);
    clearInterval(this.#timer);
    this.#opened.socket?.pause();
    this.#opened.socket?.unref();
  }

  #heard(): void {
    Atomics.store(this.#words, this.#index + RUNG, 0);
    this.#listener?.();
  }

  /** Whoever listens keeps the bell by its timer; the socket must not, since the OS's side of it keeps the socket. */
  static #open(fd: number, bell: WeakRef<Doorbell>): Socket {
    const options: SocketConstructorOpts & { onread: OnReadOpts } = {
      fd,
      readable: true,
      writable: false,
      // A byte wakes one process, so nobody may read two; and whoever does not listen leaves them to others.
      onread: {
        buffer: new Uint8Array(1),
        callback: () => {
          const heard = bell.deref();
          if (!heard) {
            return false;
          }
          heard.#heard();
          return heard.#listener !== undefined;
        },
      },
    };
    const socket = new Socket(options);
    socket.on('error', () => socket.destroy());
    return socket;
  }
}
