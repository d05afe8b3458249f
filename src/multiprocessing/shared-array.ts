import { SharedMemory } from './memory/shared-memory.js';
import { nameOf } from './names.js';
import { handOver, type Handle, type HandleDescription } from './start/handle.js';

const TYPES = {
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
} as const;

type Types = typeof TYPES;
type TypeName = keyof Types;

/**
 * An array in memory that several processes share: what one writes, the others read at once, with nothing copied. Hand
 * it over as an argument to `Process` or `Pool`.
 *
 * Nothing protects it. `array[0]++` is a read, an addition and a write, between which another process may write: use
 * `Atomics.add(shared.array, 0, 1)` for integers, or a `Lock`. (`Atomics.wait` does not work here: it is for the threads
 * of one process.)
 */
export class SharedArray<N extends TypeName = TypeName> implements Handle {
  /** What messages call it. */
  readonly name: string;
  /** The name of its typed array, such as `Int32Array`. */
  readonly type: N;
  /** A typed array on the shared memory, to be read and written as any other. */
  readonly array: InstanceType<Types[N]>;
  readonly #memory: SharedMemory;

  /**
   * @param type the name of a typed array, such as `Int32Array`
   * @param length how many elements; they begin as zeros
   * @param attached given only by the library, in a child
   * @throws SharedMemoryError where processes cannot share memory, or not so much of it
   */
  constructor(type: N, length: number, attached?: { readonly name: string; readonly memory: SharedMemory }) {
    if (!Object.hasOwn(TYPES, type)) {
      throw new TypeError(`There is no typed array "${type}" to share; there is ${Object.keys(TYPES).join(', ')}.`);
    }
    if (!Number.isSafeInteger(length) || length < 1) {
      throw new RangeError(`A shared array's length must be a whole number from 1, not ${length}.`);
    }
    this.type = type;
    this.name = attached?.name ?? nameOf('array');
    this.#memory = attached?.memory ?? SharedMemory.create(length * TYPES[type].BYTES_PER_ELEMENT);
    this.array = new TYPES[type](this.#memory.buffer) as InstanceType<Types[N]>;
  }

  /** How many elements it has. */
  get length(): number {
    return this.array.length;
  }

  [handOver](): { description: HandleDescription; descriptors: readonly number[] } {
    return {
      description: { kind: 'shared-array', name: this.name, detail: { type: this.type, length: this.length } },
      descriptors: [this.#memory.fd],
    };
  }

  /** In a child: opens what was handed over. */
  static attach({ name, detail }: HandleDescription, [fd = -1]: readonly number[]): SharedArray {
    const type = detail['type'] as TypeName;
    const length = Number(detail['length']);
    const memory = SharedMemory.attach(fd, length * TYPES[type].BYTES_PER_ELEMENT);
    return new SharedArray(type, length, { name, memory });
  }
}
