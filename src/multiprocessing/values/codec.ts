import { deserialize, serialize } from 'node:v8';
import { TransferError } from '../errors.js';
import { classify, refusal } from './classify.js';

/** A value on its way: JSON where that keeps it as it is, which is ten times as fast for small values, else V8's own format. */
export type Encoded = string | Buffer;

/**
 * Encodes a value for another process: everything that structured clone can carry except class instances and shared
 * buffers, and with `undefined`, `NaN` and `-0` kept. An object met twice arrives as two when JSON carries it.
 * @param called what the value is called in an error, such as `item`
 * @throws TransferError naming the path of the first part that cannot be carried
 */
export function encode(value: unknown, called: string): Encoded {
  try {
    switch (classify(value)) {
      case 'json':
        return JSON.stringify(value);
      case 'v8':
        return serialize(value);
      case 'none':
    }
  } catch (error) {
    throw unreadable(called, error);
  }
  throw refusal(value, called);
}

export function decode(encoded: Encoded): unknown {
  return typeof encoded === 'string' ? JSON.parse(encoded) : deserialize(encoded);
}

/** A value inside a message: wrapped in an array as it is, where JSON keeps it, or in V8's format. */
export type Embedded = readonly [unknown] | Uint8Array;

/** Encodes a value for a message that is encoded as a whole. */
export function embed(value: unknown, called: string): Embedded {
  return embedFrom(0, value, called);
}

/** Encodes values that travel together, each of them nested as deep as one that travels alone. */
export function embedAll(values: readonly unknown[], called: string): Embedded {
  return embedFrom(-1, values, called);
}

function embedFrom(depth: number, value: unknown, called: string): Embedded {
  try {
    switch (classify(value, depth)) {
      case 'json':
        return [value];
      case 'v8':
        return serialize(value);
      case 'none':
    }
  } catch (error) {
    throw unreadable(called, error);
  }
  throw refusal(value, called);
}

export function unembed(embedded: Embedded): unknown {
  return embedded instanceof Uint8Array ? deserialize(embedded) : embedded[0];
}

/** What looks fine may still fail when it is read: a getter, a proxy, a detached buffer, text that is too long for one string. */
function unreadable(called: string, error: unknown): TransferError {
  return new TransferError(called, `cannot be copied. ${String(error)}`);
}
