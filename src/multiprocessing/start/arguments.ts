import { inspect } from 'node:util';
import { embed, unembed, type Embedded } from '../values/codec.js';
import { isHandle, handOver, type Descriptor, type Handle, type HandleDescription } from './handle.js';

/** Where the descriptors of a child begin: after its three standard streams and the IPC channel. */
const FIRST_DESCRIPTOR = 4;

/** An argument on its way to a child: a value, or a handle with the numbers that its descriptors have there. */
export type PackedArgument = Embedded | { readonly handle: HandleDescription; readonly descriptors: readonly number[] };

export interface PackedArguments {
  readonly packed: readonly PackedArgument[];
  /** To be given to the child in this order, after the IPC channel. */
  readonly descriptors: readonly Descriptor[];
  /** Kept for as long as this is: a handle that nobody keeps closes its descriptors. */
  readonly args: readonly unknown[];
}

/** @throws TransferError for a value that cannot be sent, or a handle inside a value; TypeError for what is no array */
export function pack(args: readonly unknown[]): PackedArguments {
  if (!Array.isArray(args)) {
    throw new TypeError(`The arguments are given as an array, as in [5, queue] or [], not as ${inspect(args, { depth: 0 })}.`);
  }
  const descriptors: Descriptor[] = [];
  const packed = args.map((argument, index): PackedArgument => {
    if (!isHandle(argument)) {
      return embed(argument, `argument ${index}`);
    }
    const handed = argument[handOver]();
    const first = FIRST_DESCRIPTOR + descriptors.length;
    descriptors.push(...handed.descriptors);
    return { handle: handed.description, descriptors: handed.descriptors.map((_, offset) => first + offset) };
  });
  return { packed, descriptors, args };
}

/** In the child: the arguments as its function gets them. */
export function unpack(packed: readonly PackedArgument[]): Promise<unknown[]> {
  return Promise.all(
    packed.map((argument) =>
      'handle' in argument ? open(argument.handle, argument.descriptors) : unembed(argument),
    ),
  );
}

async function open(description: HandleDescription, descriptors: readonly number[]): Promise<Handle> {
  switch (description.kind) {
    case 'queue':
      return (await import('../queue.js')).Queue.attach(description, descriptors);
    case 'pipe':
      return (await import('../pipe.js')).PipeEnd.attach(description, descriptors);
    case 'lock':
      return (await import('../lock.js')).Lock.attach(description, descriptors);
    case 'shared-array':
      return (await import('../shared-array.js')).SharedArray.attach(description, descriptors);
  }
}
