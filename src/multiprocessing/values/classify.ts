import { types } from 'node:util';
import { TransferError } from '../errors.js';
import { isHandle } from '../start/handle.js';

/** JSON keeps the value as it is · only V8's serialisation does · neither can carry it. */
export type Carrier = 'json' | 'v8' | 'none';

/** Deeper than this, values already met are remembered, since there may be a cycle. */
const TRUSTED_DEPTH = 64;

/** Says what can carry a value to another process without changing it. */
export function classify(value: unknown, depth = 0, met?: Set<object>): Carrier {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return 'json';
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? 'json' : 'v8';
    case 'bigint':
    case 'undefined':
      return 'v8';
    case 'function':
    case 'symbol':
      return 'none';
    case 'object':
      return value === null ? 'json' : classifyObject(value, depth, met);
  }
}

function classifyObject(object: object, depth: number, met?: Set<object>): Carrier {
  if (depth > TRUSTED_DEPTH) {
    met ??= new Set();
    if (met.has(object)) {
      return 'v8';
    }
    met.add(object);
  }
  let carrier: Carrier = isPlain(object) ? 'json' : isBuiltIn(object) ? 'v8' : 'none';
  if (carrier === 'none') {
    return carrier;
  }
  for (const member of members(object)) {
    const inner = classify(member, depth + 1, met);
    if (inner === 'none') {
      return inner;
    }
    if (inner === 'v8') {
      carrier = inner;
    }
  }
  return carrier;
}

/** Arrays, since to walk through one is several times as fast as through any other iterable. */
function members(object: object): readonly unknown[] {
  if (Array.isArray(object)) {
    return object;
  }
  if (object instanceof Map) {
    return [...object.keys(), ...object.values()];
  }
  if (object instanceof Set) {
    return [...object];
  }
  return isPlain(object) ? Object.values(object) : [];
}

function isPlain(object: object): boolean {
  if (Array.isArray(object)) {
    return true;
  }
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === Object.prototype || prototype === null;
}

function isBuiltIn(object: object): boolean {
  return (
    types.isMap(object) ||
    types.isSet(object) ||
    types.isDate(object) ||
    types.isRegExp(object) ||
    types.isNativeError(object) ||
    types.isArrayBuffer(object) ||
    types.isArrayBufferView(object) ||
    types.isBoxedPrimitive(object)
  );
}

/**
 * Finds the first part of a value that no channel can carry.
 * @param path what the whole value is called, such as `item`
 */
export function refusal(value: unknown, path: string, met = new Set<unknown>()): TransferError | undefined {
  if (classify(value) !== 'none' || met.has(value)) {
    return undefined;
  }
  met.add(value);
  for (const [step, part] of parts(value)) {
    const found = refusal(part, path + step, met);
    if (found) {
      return found;
    }
  }
  return new TransferError(path, reason(value));
}

function* parts(value: unknown): Iterable<[step: string, part: unknown]> {
  if (Array.isArray(value)) {
    yield* value.map((part, index): [string, unknown] => [`[${index}]`, part]);
  } else if (value instanceof Map) {
    for (const [key, part] of value) {
      yield [`.keys()`, key];
      yield [`.get(${typeof key === 'string' ? JSON.stringify(key) : String(key)})`, part];
    }
  } else if (value instanceof Set) {
    for (const part of value) {
      yield ['.values()', part];
    }
  } else if (typeof value === 'object' && value !== null && isPlain(value)) {
    for (const [key, part] of Object.entries(value)) {
      yield [/^[\p{L}_$][\p{L}\d_$]*$/u.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`, part];
    }
  }
}

function reason(value: unknown): string {
  if (typeof value === 'function') {
    return `is a function, which cannot be sent: send data, and name the function where the process is started.`;
  }
  if (typeof value === 'symbol') {
    return `is a symbol, which means something only inside its own process: send a string.`;
  }
  const name = className(value);
  if (isHandle(value)) {
    return `is a ${name}, which travels only as an argument when a process or pool is started, never as or inside a value.`;
  }
  return `is an instance of ${name}, which would arrive without its methods: send a plain object.`;
}

function className(value: unknown): string {
  return Object(value).constructor?.name || 'a class without a name';
}
