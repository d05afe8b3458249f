import { closeSync, fstatSync, type FSWatcher, openSync, readSync, watch } from 'node:fs';
import type { TraceEvent } from '../trace/event.js';
import { TraceReader } from '../trace/reader.js';
import { reasonOf, StageError } from './errors.js';

/** `fs.watch` tells of a write at once, but not on every file system and not when its kernel has run out of watches. */
const POLL_MS = 50;
const CHUNK_BYTES = 64 * 1024;

/**
 * Reads a file that others append to, as it grows, and hands on the events in it. If it cannot be read, `fail` is
 * called, once and never by the constructor, and `close` says why.
 */
export class Follower {
  readonly #file: string;
  readonly #reader = new TraceReader();
  readonly #chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  readonly #deliver: (events: readonly TraceEvent[]) => void;
  readonly #fail: () => void;
  readonly #poll: NodeJS.Timeout;
  readonly #watcher: FSWatcher | undefined;
  #fd: number | undefined;
  #offset = 0;
  #error: StageError | undefined;

  constructor(file: string, deliver: (events: readonly TraceEvent[]) => void, fail: () => void) {
    this.#file = file;
    this.#deliver = deliver;
    this.#fail = fail;
    this.#poll = setInterval(() => this.follow(), POLL_MS);
    this.#watcher = watchFile(file, () => this.follow());
  }

  /** Hands on at once what is there. */
  follow(): void {
    if (this.#error !== undefined) {
      return;
    }
    try {
      this.#fd ??= openSync(this.#file, 'r');
      this.#read(this.#fd);
    } catch (error) {
      const message = `The trace ${this.#file} could not be read: ${reasonOf(error)}. Run the program again.`;
      this.#error = new StageError(message, { cause: error });
      this.#stop();
      this.#fail();
    }
  }

  /**
   * Reads what is still there, and no more. Gives the number of lines that could not be read.
   * @throws StageError when the file could not be read, now or earlier
   */
  close(): number {
    this.follow();
    this.#stop();
    if (this.#fd !== undefined) {
      closeSync(this.#fd);
    }
    if (this.#error !== undefined) {
      throw this.#error;
    }
    this.#reader.end();
    return this.#reader.tornLines;
  }

  #stop(): void {
    clearInterval(this.#poll);
    this.#watcher?.close();
  }

  /** Up to the end that the file has now, so that a busy writer cannot hold us here. */
  #read(fd: number): void {
    const end = fstatSync(fd).size;
    while (this.#offset < end) {
      const bytes = readSync(fd, this.#chunk, 0, CHUNK_BYTES, this.#offset);
      if (bytes === 0) {
        return;
      }
      this.#offset += bytes;
      const events = this.#reader.push(this.#chunk.subarray(0, bytes));
      if (events.length > 0) {
        this.#deliver(events);
      }
    }
  }
}

function watchFile(file: string, changed: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(file, changed);
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}
