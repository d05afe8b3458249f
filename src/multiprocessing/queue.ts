import { setImmediate as nextTurn } from 'node:timers/promises';
import { preview, tracer } from '../trace/writer.js';
import { checkCount } from './checks.js';
import { QueueClosedError, TimeoutError } from './errors.js';
import { Doorbell } from './memory/doorbell.js';
import { type Bundle, ITEMS_BELL, type Put, RecordRing, ROOM_BELL } from './memory/record-ring.js';
import { WaitingLine } from './memory/waiting-line.js';
import { nameOf } from './names.js';
import { Batch } from './queue/batch.js';
import { OpenedRecord } from './queue/opened-record.js';
import { handOver, type Handle, type HandleDescription } from './start/handle.js';
import type { WaitOptions } from './time-limit.js';
import { encode, type Encoded } from './values/codec.js';

/** A sleeper that a killed process robbed of its ring finds out by itself after this time. */
const RECHECK_MS = 50;
/** After so many operations in a row without waiting, timers and other events get their turn. */
const STREAK = 512;
const CLOSED_MEANWHILE = 'The queue was closed while this item waited for room, so it was not put. Await each `put` before `close`.';
const NO_LIMIT: WaitOptions = {};
/** Of all that need not be waited for. */
const DONE = Promise.resolve();

/** What `get` needs of an item that was taken. */
interface Got {
  readonly item: unknown;
  readonly number: number;
  readonly left: number;
}

interface Attached {
  readonly name: string;
  readonly ring: RecordRing;
  readonly items: Doorbell;
  readonly room: Doorbell;
}

/**
 * A first-in, first-out queue that any processes of a program share: hand it over as an argument to `Process` or `Pool`.
 * The items wait in memory that all of them map, so no process, not even the one that made the queue, passes them on.
 *
 * A process that is killed loses at most the item that it had taken, and never stops the others.
 */
export class Queue<T = unknown> implements Handle, AsyncIterable<T> {
  /** What the trace and messages call it. */
  readonly name: string;
  /** How many items may wait; Infinity when it is not bounded. */
  readonly maxSize: number;
  readonly #ring: RecordRing;
  readonly #items: Doorbell;
  readonly #room: Doorbell;
  readonly #getters: WaitingLine<void, Got>;
  readonly #putters: WaitingLine<Bundle, Put>;
  readonly #opened = new OpenedRecord();
  #batch: Batch | undefined;
  #isInBurst = false;
  #streak = 0;

  /**
   * @param maxSize how many items may wait; `put` waits for room beyond that. By default only memory is the limit:
   *   512 MiB of waiting items, of which none may be larger than half of that.
   * @param attached given only by the library, in a child
   * @throws SharedMemoryError where processes cannot share memory
   */
  constructor(maxSize = Infinity, attached?: Attached) {
    if (maxSize !== Infinity) {
      checkCount('maxSize', maxSize, 1);
    }
    this.maxSize = maxSize;
    this.name = attached?.name ?? nameOf('queue');
    this.#ring = attached?.ring ?? RecordRing.create(maxSize);
    this.#items = attached?.items ?? Doorbell.create(this.#ring.words, ITEMS_BELL, RECHECK_MS);
    this.#room = attached?.room ?? Doorbell.create(this.#ring.words, ROOM_BELL, RECHECK_MS);
    this.#getters = new WaitingLine(this.#items, () => this.#tryTake());
    this.#putters = new WaitingLine(this.#room, (bundle) => this.#tryPut(bundle));
  }

  /** How many items wait, at this moment: it may be out of date when you look at it. */
  get size(): number {
    return this.#ring.size + (this.#batch?.count ?? 0);
  }

  /** Whether some process has closed it; items may still wait. */
  get isClosed(): boolean {
    return this.#ring.isClosed;
  }

  /**
   * Puts an item at the end. When the promise resolves, it is in the queue, whatever becomes of this process. Of what is
   * put without being awaited, the first item goes at once and the others together, when the running code first waits.
   * @throws TransferError for a value that cannot be sent, TimeoutError, QueueClosedError, and RangeError or
   *   SharedMemoryError for an item that is larger than the queue or the machine's memory
   */
  put(item: T, options: WaitOptions = NO_LIMIT): Promise<void> {
    let payload: Encoded;
    try {
      payload = encode(item, 'item');
    } catch (error) {
      return Promise.reject(error);
    }
    // A trace tells of each item by itself, and who waits for room or not too long waits for that of one item.
    const isSingle = tracer !== undefined || this.maxSize !== Infinity || options !== NO_LIMIT;
    return !isSingle && typeof payload === 'string' && Batch.takes(payload) ? this.#putInTurn(payload) : this.#putSingle(item, payload, options);
  }

  /**
   * Takes the first item, waiting until there is one.
   * @throws TimeoutError, or QueueClosedError when the queue is closed and empty
   */
  get(options: WaitOptions = NO_LIMIT): Promise<T> {
    return this.#getAtOnce() ?? this.#getTraced(options);
  }

  /** The quick way to an item that is there, without what an async function costs. */
  #getAtOnce(): Promise<T> | undefined {
    if (tracer !== undefined || !this.#getters.isEmpty) {
      return undefined;
    }
    try {
      const taken = this.#tryTake();
      const isOver = taken && ++this.#streak % STREAK === 0;
      return taken && (isOver ? nextTurn(taken.item as T) : Promise.resolve(taken.item as T));
    } catch {
      // The end of the queue, of which the other way tells.
      return undefined;
    }
  }

  async #getTraced(options: WaitOptions): Promise<T> {
    const span = tracer?.begin('queue', 'get', { queue: this.name });
    try {
      const taken =
        (this.#getters.isEmpty && this.#tryTake()) ||
        (await this.#getters.wait(undefined, `Getting an item from ${this.name}`, options));
      const item = taken.item as T;
      span?.end({ queue: this.name, item: taken.number, size: taken.left, value: preview(item) });
      return item;
    } catch (error) {
      if (error instanceof QueueClosedError) {
        // The end is for all who wait, and a ring wakes only one.
        this.#items.ring();
      }
      span?.end({ queue: this.name, [why(error)]: true });
      throw error;
    }
  }

  /** Gets items until the queue is closed and empty; for the ends that a sentinel marks, `break`. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, void> {
    for (;;) {
      let item: T;
      try {
        item = await this.get();
      } catch (error) {
        if (error instanceof QueueClosedError) {
          return;
        }
        throw error;
      }
      yield item;
    }
  }

  /**
   * Says, for all processes, that nothing more will be put. What is in the queue can still be taken; then `get` throws
   * QueueClosedError and `for await` ends. Python's queue has no such end, and needs a sentinel for each consumer.
   */
  close(): void {
    this.#sendBatch();
    this.#ring.close();
    tracer?.instant('queue', 'close', { queue: this.name });
    this.#items.ring();
    this.#room.ring();
  }

  [handOver](): { description: HandleDescription; descriptors: readonly number[] } {
    const detail = { maxSize: this.maxSize === Infinity ? 0 : this.maxSize };
    return {
      description: { kind: 'queue', name: this.name, detail },
      descriptors: [this.#ring.memory.fd, ...this.#items.descriptors, ...this.#room.descriptors],
    };
  }

  /** In a child: opens what was handed over. */
  static attach({ name, detail }: HandleDescription, descriptors: readonly number[]): Queue {
    const [fd = -1, itemsRead = -1, itemsWrite = -1, roomRead = -1, roomWrite = -1] = descriptors;
    const maxSize = Number(detail['maxSize']) || Infinity;
    const ring = RecordRing.attach(fd, maxSize);
    return new Queue(maxSize, {
      name,
      ring,
      items: Doorbell.attach(ring.words, ITEMS_BELL, RECHECK_MS, [itemsRead, itemsWrite]),
      room: Doorbell.attach(ring.words, ROOM_BELL, RECHECK_MS, [roomRead, roomWrite]),
    });
  }

  async #putSingle(item: T, payload: Encoded, options: WaitOptions): Promise<void> {
    this.#sendBatch();
    const bundle = { payload, count: 1 };
    const span = tracer?.begin('queue', 'put', { queue: this.name, value: preview(item) });
    try {
      const put = (this.#putters.isEmpty && this.#tryPut(bundle)) || (await this.#waitForRoom(bundle, options));
      span?.end({ queue: this.name, item: put.number, size: put.size });
    } catch (error) {
      span?.end({ queue: this.name, [why(error)]: true });
      throw error;
    }
    if (++this.#streak % STREAK === 0) {
      await nextTurn();
    }
  }

  /** The first item goes at once, those that follow it before the running code waits go together. */
  #putInTurn(json: string): Promise<void> {
    if (!this.#isInBurst) {
      this.#isInBurst = true;
      // A third of the price of queueMicrotask, which keeps a context for each call.
      void DONE.then(this.#endBurst);
      return this.#send({ payload: json, count: 1 });
    }
    this.#batch ??= new Batch();
    const { settled } = this.#batch;
    this.#batch.add(json);
    if (this.#batch.isFull) {
      this.#sendBatch();
    }
    return settled;
  }

  readonly #endBurst = (): void => {
    this.#isInBurst = false;
    this.#sendBatch();
  };

  #sendBatch(): void {
    const batch = this.#batch;
    if (batch !== undefined) {
      this.#batch = undefined;
      this.#send(batch.bundle()).then(batch.resolve, batch.reject);
    }
  }

  #send(bundle: Bundle): Promise<void> {
    try {
      if (!this.#putters.isEmpty || !this.#tryPut(bundle)) {
        return this.#waitForRoom(bundle, NO_LIMIT).then(() => {});
      }
    } catch (error) {
      return Promise.reject(error);
    }
    return ++this.#streak % STREAK === 0 ? nextTurn() : DONE;
  }

  #waitForRoom(bundle: Bundle, options: WaitOptions): Promise<Put> {
    return this.#putters.wait(bundle, `Putting an item into ${this.name}`, options).catch((error: unknown) => {
      if (error instanceof QueueClosedError) {
        this.#room.ring();
        throw new QueueClosedError(CLOSED_MEANWHILE);
      }
      throw error;
    });
  }

  #tryPut(bundle: Bundle): Put | undefined {
    const put = this.#ring.tryPut(bundle);
    if (put) {
      this.#items.ring();
      if (put.size < this.maxSize) {
        this.#room.ring();
      }
    }
    return put;
  }

  #tryTake(): Got | undefined {
    const taken = this.#ring.tryTake(this.#opened.known);
    if (!taken) {
      return undefined;
    }
    this.#room.ring();
    if (taken.left > 0) {
      this.#items.ring();
    }
    return { item: this.#opened.itemOf(taken), number: taken.number, left: taken.left };
  }
}

/** How the end of a span says that it failed. */
function why(error: unknown): 'end' | 'timeout' | 'error' {
  return error instanceof QueueClosedError ? 'end' : error instanceof TimeoutError ? 'timeout' : 'error';
}
