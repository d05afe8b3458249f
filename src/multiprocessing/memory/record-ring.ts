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
const [NEXT, NUMBER, LENGTH, FORMAT, LAP, HIGH, COUNT, TAKEN_OF_IT] = [0, 1, 2, 3, 4, 5, 6, 7];
const RECORD_HEAD_BYTES = 32;
const UNIT = 8;

/** In bytes: wherever the record lies that was taken last, so large a payload fits before or behind its head. */
const LARGEST = (CAPACITY - HEAD_BYTES) / 2 - 3 * RECORD_HEAD_BYTES;

const [ASCII, UTF8, BINARY] = [0, 1, 2];

/** One or more items that were put together. */
export interface Bundle {
  /** One item as it is encoded; of several, a JSON array. */
  readonly payload: Encoded;
  readonly count: number;
}

export interface Put {
  /** The number of the last item, counted from 1. */
  readonly number: number;
  /** How many items wait now. */
  readonly size: number;
}

export interface Taken {
  /** The record in which the item was put. */
  readonly record: number;
  /** How many items were put in it. */
  readonly count: number;
  /** Which of them this is, counted from 0. */
  readonly index: number;
  /** What was put, for a reader that does not know the record yet. */
  readonly payload: Encoded | undefined;
  /** The number of the item, counted from 1. */
  readonly number: number;
  /** How many items still wait. */
  readonly left: number;
}

/**
 * Records in shared memory, first in, first out, for any number of writers and readers. A record holds items that were put
 * together and are taken one by one. Whoever is killed at any moment leaves it sound: a record exists when `LAST` points
 * to it, and an item is taken when the record counts it or, the last one, when `TAKEN` points to the record, each by a
 * single store; and the two locks are taken over from the dead.
 */
export class RecordRing {
  readonly memory: SharedMemory;
  readonly words: Int32Array;
  readonly #bytes: Buffer;
  readonly #writing: OwnerWord;
  readonly #reading: OwnerWord;
  readonly #maxItems: number;
  readonly #limits: RingLimits = { start: HEAD_BYTES, soft: SOFT_LIMIT, end: CAPACITY, head: RECORD_HEAD_BYTES };

  private constructor(memory: SharedMemory, maxItems: number) {
    this.memory = memory;
    this.words = new Int32Array(memory.buffer);
    this.#bytes = Buffer.from(memory.buffer);
    this.#writing = new OwnerWord(this.words, WRITE_LOCK);
    this.#reading = new OwnerWord(this.words, READ_LOCK);
    this.#maxItems = maxItems;
  }

  /** @param maxItems how many may wait in it, or Infinity */
  static create(maxItems: number): RecordRing {
    const ring = new RecordRing(SharedMemory.create(CAPACITY, SOFT_LIMIT), maxItems);
    // An empty record number 0, already taken: there always is a last one to go on behind.
    ring.#writeHead({ offset: HEAD_BYTES, end: HEAD_BYTES + RECORD_HEAD_BYTES, lap: 0, high: 0 }, { number: 0, length: 0, format: ASCII, count: 0 });
    ring.words[LAST] = HEAD_BYTES / UNIT;
    ring.words[TAKEN] = HEAD_BYTES / UNIT;
    ring.words[RESERVED] = SOFT_LIMIT;
    return ring;
  }

  static attach(fd: number, maxItems: number): RecordRing {
    return new RecordRing(SharedMemory.attach(fd, CAPACITY), maxItems);
  }

  /** How many items wait, at this moment. */
  get size(): number {
    for (;;) {
      const [taken, last] = [Atomics.load(this.words, TAKEN), Atomics.load(this.words, LAST)];
      const size = this.#waiting(taken * UNIT, last * UNIT);
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
  tryPut({ payload, count }: Bundle): Put | undefined {
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
      const size = this.#waiting(taken, last) + count;
      const placed =
        size <= this.#maxItems ? place(this.#placed(taken), this.#placed(last), bytes, this.#limits) : undefined;
      if (!placed) {
        return undefined;
      }
      this.#reserve(placed.end);
      const number = (this.#word(last, NUMBER) + count) | 0;
      this.#writeHead(placed, { number, length, format: this.#writePayload(placed, payload, length), count });
      this.words[last / 4 + NEXT] = placed.offset / UNIT;
      Atomics.store(this.words, LAST, placed.offset / UNIT);
      return { number, size };
    } finally {
      this.#writing.giveBack();
    }
  }

  /**
   * Takes the first item.
   * @param known the record whose payload the caller still has
   * @returns undefined when there is none yet
   * @throws QueueClosedError when there is no item and never will be
   */
  tryTake(known: number | undefined): Taken | undefined {
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
      const [record, index, count] = [this.#word(offset, NUMBER), this.#word(offset, TAKEN_OF_IT), this.#word(offset, COUNT)];
      const payload = record === known ? undefined : this.#readPayload(offset);
      const number = (record - count + index + 1) | 0;
      const left = (this.#word(last * UNIT, NUMBER) - number) | 0;
      if (index + 1 < count) {
        Atomics.store(this.words, offset / 4 + TAKEN_OF_IT, index + 1);
      } else {
        Atomics.store(this.words, TAKEN, offset / UNIT);
      }
      return { record, count, index, payload, number, left };
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

  /** Between the record of the item taken last and the last one. */
  #waiting(taken: number, last: number): number {
    if (taken === last) {
      return 0;
    }
    const next = this.#word(taken, NEXT) * UNIT;
    return (this.#word(last, NUMBER) - this.#word(taken, NUMBER) - this.#word(next, TAKEN_OF_IT)) | 0;
  }

  /** @returns the format of what was written */
  #writePayload({ offset }: Placed, payload: Encoded, length: number): number {
    const at = offset + RECORD_HEAD_BYTES;
    if (typeof payload !== 'string') {
      this.#bytes.set(payload, at);
      return BINARY;
    }
    const isAscii = length === payload.length;
    this.#bytes.write(payload, at, length, isAscii ? 'latin1' : 'utf8');
    return isAscii ? ASCII : UTF8;
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

  #writeHead({ offset, lap, high }: Placed, { number, length, format, count }: { number: number; length: number; format: number; count: number }): void {
    const at = offset / 4;
    this.words[at + NUMBER] = number;
    this.words[at + LENGTH] = length;
    this.words[at + FORMAT] = format;
    this.words[at + LAP] = lap;
    this.words[at + HIGH] = high / UNIT;
    this.words[at + COUNT] = count;
    this.words[at + TAKEN_OF_IT] = 0;
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
