import { closeSync, fstatSync, type FSWatcher, openSync, readSync, watch } from 'node:fs';
import type { TraceEvent } from '../trace/event.js';
import { TraceReader } from '../trace/reader.js';

/** `fs.watch` tells of a write at once, but not on every file system and not when its kernel has run out of watches. */
const POLL_MS = 50;
const CHUNK_BYTES = 64 * 1024;

/** Reads a file that others append to, as it grows, and hands on the events in it. */
export class Follower {
  readonly #fd: number;
  readonly #reader = new TraceReader();
  readonly #chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  readonly #deliver: (events: readonly TraceEvent[]) => void;
  readonly #poll: NodeJS.Timeout;
  readonly #watcher: FSWatcher | undefined;
  #offset = 0;

  constructor(file: string, deliver: (events: readonly TraceEvent[]) => void) {
    this.#deliver = deliver;
    this.#fd = openSync(file, 'r');
    this.#poll = setInterval(() => this.#read(), POLL_MS);
    this.#watcher = watchFile(file, () => this.#read());
  }

  /** Reads what is still there, and no more. Gives the number of lines that could not be read. */
  close(): number {
    clearInterval(this.#poll);
    this.#watcher?.close();
    this.#read();
    closeSync(this.#fd);
    this.#reader.end();
    return this.#reader.tornLines;
  }

  /** Up to the end that the file has now, so that a busy writer cannot hold us here. */
  #read(): void {
    const end = fstatSync(this.#fd).size;
    while (this.#offset < end) {
      const bytes = readSync(this.#fd, this.#chunk, 0, CHUNK_BYTES, this.#offset);
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
