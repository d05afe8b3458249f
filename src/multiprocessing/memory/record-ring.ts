import { QueueClosedError } from '../errors.js';
import type { Encoded } from '../values/codec.js';
import { DOORBELL_WORDS } from './doorbell.js';
import { OwnerWord } from './owner-word.js';
import { place, type Placed, type RingLimits } from './ring.js';
import { SharedMemory } from './shared-memory.js';

/** Address space, not memory: what is never touched costs nothing. It bounds what may wait in one ring. */
const CAPACITY = 512 << 20;
const SOFT_LIMIT = 256 << 10;
const RESERVE_STEP = 1 << 20;

/** Words of the ring's head. Each lies on a cache line of its own, since different processes write them. */
const [WRITE_LOCK, READ_LOCK, LAST, TAKEN] = [0, 16, 32, 48];
/** Where the words of the two bells lie that belong to a ring. */
export const ITEMS_BELL = 64;
export const ROOM_BELL = ITEMS_BELL + DOORBELL_WORDS;
const [CLOSED, RESERVED] = [96, 97];
const HEAD_BYTES = 512;

/** Words of a record's head, before its payload. Offsets are counted in units of 8 bytes, to which records are aligned. */
const [NEXT, NUMBER, LENGTH, FORMAT, LAP, HIGH] = [0, 1, 2, 3, 4, 5];
const RECORD_HEAD_BYTES = 24;
const UNIT = 8;

/** In bytes: wherever the record lies that was taken last, so large a payload fits before or behind its head. */
const LARGEST = (CAPACITY - HEAD_BYTES) / 2 - 3 * RECORD_HEAD_BYTES;

const [ASCII, UTF8, BINARY] = [0, 1, 2];

export interface Put {
  /** The number of the record, counted from 1. */
  readonly number: number;
  /** How many wait now. */
  readonly size: number;
}

export interface Taken {
  readonly payload: Encoded;
  readonly number: number;
  /** How many still wait. */
  readonly left: number;
}

/**
 * Records in shared memory, first in, first out, for any number of writers and readers. Whoever is killed at any moment
 * leaves it sound: a record exists when `LAST` points to it and is taken when `TAKEN` does, each by a single store, and
 * the two locks are taken over from the dead.
 */
export class RecordRing {
  readonly memory: SharedMemory;
  readonly words: Int32Array;
  readonly #bytes: Buffer;
  readonly #writing: OwnerWord;
  readonly #reading: OwnerWord;
  readonly #maxRecords: number;
  readonly #limits: RingLimits = { start: HEAD_BYTES, soft: SOFT_LIMIT, end: CAPACITY, head: RECORD_HEAD_BYTES };

  private constructor(memory: SharedMemory, maxRecords: number) {
    this.memory = memory;
    this.words = new Int32Array(memory.buffer);
    this.#bytes = Buffer.from(memory.buffer);
    this.#writing = new OwnerWord(this.words, WRITE_LOCK);
    this.#reading = new OwnerWord(this.words, READ_LOCK);
    this.#maxRecords = maxRecords;
  }

  /** @param maxRecords how many may wait in it, or Infinity */
  static create(maxRecords: number): RecordRing {
    const ring = new RecordRing(SharedMemory.create(CAPACITY, SOFT_LIMIT), maxRecords);
    // An empty record number 0, already taken: there always is a last one to go on behind.
    ring.#writeHead({ offset: HEAD_BYTES, end: HEAD_BYTES + RECORD_HEAD_BYTES, lap: 0, high: 0 }, 0, 0, ASCII);
    ring.words[LAST] = HEAD_BYTES / UNIT;
    ring.words[TAKEN] = HEAD_BYTES / UNIT;
    ring.words[RESERVED] = SOFT_LIMIT;
    return ring;
  }

  static attach(fd: number, maxRecords: number): RecordRing {
    return new RecordRing(SharedMemory.attach(fd, CAPACITY), maxRecords);
  }

  /** How many records wait, at this moment. */
  get size(): number {
    for (;;) {
      const [taken, last] = [Atomics.load(this.words, TAKEN), Atomics.load(this.words, LAST)];
      const size = (this.#word(last * UNIT, NUMBER) - this.#word(taken * UNIT, NUMBER)) | 0;
      // A head may be overwritten as soon as a later record is taken; then what we have read is nonsense.
      if (taken === Atomics.load(this.words, TAKEN) && last === Atomics.load(this.words, LAST)) {
        return size;
      }
    }
  }

  get isClosed(): boolean {
    return Atomics.load(this.words, CLOSED) === 1;
  }

  /** After this nothing can be put. */
  close(): void {
    this.#writing.takeBlocking();
    Atomics.store(this.words, CLOSED, 1);
    this.#writing.giveBack();
  }

  /**
   * @returns undefined when it has to wait for room
   * @throws QueueClosedError, RangeError for what can never fit, SharedMemoryError when the machine is out of memory
   */
  tryPut(payload: Encoded): Put | undefined {
    const length = Buffer.byteLength(payload);
    if (length > LARGEST) {
      throw new RangeError(`An item of ${length} bytes is too large for a queue, which takes up to ${LARGEST}.`);
    }
    const bytes = roundUp(RECORD_HEAD_BYTES + length);
    this.#writing.takeBlocking();
    try {
      if (this.isClosed) {
        throw new QueueClosedError('The queue is closed: nothing can be put into it any more.');
      }
      const taken = Atomics.load(this.words, TAKEN) * UNIT;
      const last = Atomics.load(this.words, LAST) * UNIT;
      const size = (this.#word(last, NUMBER) - this.#word(taken, NUMBER)) | 0;
      const placed =
        size < this.#maxRecords ? place(this.#placed(taken), this.#placed(last), bytes, this.#limits) : undefined;
      if (!placed) {
        return undefined;
      }
      this.#reserve(placed.end);
      const number = (this.#word(last, NUMBER) + 1) | 0;
      this.#writePayload(placed, number, payload, length);
      this.words[last / 4 + NEXT] = placed.offset / UNIT;
      Atomics.store(this.words, LAST, placed.offset / UNIT);
      return { number, size: size + 1 };
    } finally {
      this.#writing.giveBack();
    }
  }

  /** @throws QueueClosedError when there is no record and never will be; returns undefined when there is none yet */
  tryTake(): Taken | undefined {
    // Closed must be read before the emptiness, or a record that is put in between would be lost.
    const closed = this.isClosed;
    if (Atomics.load(this.words, LAST) === Atomics.load(this.words, TAKEN)) {
      if (closed) {
        throw new QueueClosedError('The queue is closed, and everything that was in it has been taken.');
      }
      return undefined;
    }
    this.#reading.takeBlocking();
    try {
      const taken = Atomics.load(this.words, TAKEN);
      const last = Atomics.load(this.words, LAST);
      if (last === taken) {
        return undefined;
      }
      const offset = this.#word(taken * UNIT, NEXT) * UNIT;
      const number = this.#word(offset, NUMBER);
      const payload = this.#readPayload(offset);
      const left = (this.#word(last * UNIT, NUMBER) - number) | 0;
      Atomics.store(this.words, TAKEN, offset / UNIT);
      return { payload, number, left };
    } finally {
      this.#reading.giveBack();
    }
  }

  #reserve(end: number): void {
    const reserved = this.#word(0, RESERVED);
    if (end > reserved) {
      const enough = Math.min(Math.ceil(end / RESERVE_STEP) * RESERVE_STEP, CAPACITY);
      this.memory.reserve(reserved, enough);
      this.words[RESERVED] = enough;
    }
  }

  #writePayload(placed: Placed, number: number, payload: Encoded, length: number): void {
    const at = placed.offset + RECORD_HEAD_BYTES;
    if (typeof payload !== 'string') {
      this.#bytes.set(payload, at);
      this.#writeHead(placed, number, length, BINARY);
    } else if (length === payload.length) {
      this.#bytes.write(payload, at, length, 'latin1');
      this.#writeHead(placed, number, length, ASCII);
    } else {
      this.#bytes.write(payload, at, length, 'utf8');
      this.#writeHead(placed, number, length, UTF8);
    }
  }

  #readPayload(offset: number): Encoded {
    const start = offset + RECORD_HEAD_BYTES;
    const end = start + this.#word(offset, LENGTH);
    switch (this.#word(offset, FORMAT)) {
      case ASCII:
        return this.#bytes.toString('latin1', start, end);
      case UTF8:
        return this.#bytes.toString('utf8', start, end);
      default:
        return Buffer.from(this.#bytes.subarray(start, end));
    }
  }

  #writeHead({ offset, lap, high }: Placed, number: number, length: number, format: number): void {
    const at = offset / 4;
    this.words[at + NUMBER] = number;
    this.words[at + LENGTH] = length;
    this.words[at + FORMAT] = format;
    this.words[at + LAP] = lap;
    this.words[at + HIGH] = high / UNIT;
  }

  #placed(offset: number): Placed {
    return {
      offset,
      end: offset + roundUp(RECORD_HEAD_BYTES + this.#word(offset, LENGTH)),
      lap: this.#word(offset, LAP),
      high: this.#word(offset, HIGH) * UNIT,
    };
  }

  #word(offset: number, index: number): number {
    return this.words[offset / 4 + index] ?? 0;
  }
}

function roundUp(bytes: number): number {
  return (bytes + UNIT - 1) & -UNIT;
}
