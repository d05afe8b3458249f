import { inspect, types } from 'node:util';
import { TransferError } from '../errors.js';
import { isHandle } from '../start/handle.js';

/** JSON keeps the value as it is · only V8's serialisation does · neither can carry it. */
export type Carrier = 'json' | 'v8' | 'none';

/** Both serialisations recurse, and would end in a stack overflow a little further down. */
const MAX_DEPTH = 1000;
/** Deeper than this, or after so many objects, those already met are remembered: there may be a cycle. */
const TRUSTED_DEPTH = 64;
const TRUSTED_COUNT = 1_000_000;

/** Says what can carry a value to another process without changing it. */
export function classify(value: unknown, depth = 0, walk?: Walk): Carrier {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return 'json';
    case 'number':
      return isKeptByJson(value) ? 'json' : 'v8';
    case 'bigint':
    case 'undefined':
      return 'v8';
    case 'function':
    case 'symbol':
      return 'none';
    case 'object':
      return value === null ? 'json' : classifyObject(value, depth, walk ?? new Walk());
  }
}

/** Not NaN, not infinite, not -0. Without calls, since before V8 has compiled it they take most of the time of a long array. */
function isKeptByJson(number: number): boolean {
  return number - number === 0 && (number !== 0 || 1 / number > 0);
}

function classifyObject(object: object, depth: number, walk: Walk): Carrier {
  if (walk.hasMet(object, depth)) {
    return 'v8';
  }
  const carrier = depth > MAX_DEPTH ? 'none' : carrierOf(object);
  if (carrier === 'none') {
    return 'none';
  }
  return carrier === 'json' && !Array.isArray(object)
    ? classifyPlain(object as Readonly<Record<string, unknown>>, depth, walk)
    : classifyMembers(carrier, members(object), depth, walk);
}

/** Makes no array of the values, which would take as long as all the rest: every item that is sent comes by here. */
function classifyPlain(object: Readonly<Record<string, unknown>>, depth: number, walk: Walk): Carrier {
  let carrier: Carrier = 'json';
  for (const key in object) {
    const inner = classifyMember(object[key], depth, walk);
    // What somebody has added to `Object.prototype` does not travel.
    if (inner !== 'json' && Object.hasOwn(object, key)) {
      if (inner === 'none') {
        return 'none';
      }
      carrier = 'v8';
    }
  }
  return carrier;
}

function classifyMembers(own: Carrier, all: readonly unknown[], depth: number, walk: Walk): Carrier {
  let carrier = own;
  // By index, which is faster here than an iterator.
  for (let index = 0; index < all.length; index++) {
    const inner = classifyMember(all[index], depth, walk);
    if (inner === 'none') {
      return 'none';
    }
    if (inner === 'v8') {
      carrier = 'v8';
    }
  }
  return carrier;
}

/** Most are numbers and strings: of these it is known here. */
function classifyMember(member: unknown, depth: number, walk: Walk): Carrier {
  const isPlain = typeof member === 'string' || (typeof member === 'number' && isKeptByJson(member));
  return isPlain ? 'json' : classify(member, depth + 1, walk);
}

/** What has been met in a value. At first nothing is remembered, which is faster. */
class Walk {
  #count = 0;
  #met: Set<object> | undefined;

  hasMet(object: object, depth: number): boolean {
    if (!this.#met && depth <= TRUSTED_DEPTH && this.#count++ < TRUSTED_COUNT) {
      return false;
    }
    this.#met ??= new Set();
    const hasMet = this.#met.has(object);
    this.#met.add(object);
    return hasMet;
  }
}

/** What can carry the object itself, whatever is in it. */
function carrierOf(object: object): Carrier {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype === Object.prototype || prototype === null || prototype === Array.prototype) {
    return 'json';
  }
  return prototype === Map.prototype || prototype === Set.prototype || isBuiltIn(object) ? 'v8' : 'none';
}

function isBuiltIn(object: object): boolean {
  return (
    types.isDate(object) ||
    types.isRegExp(object) ||
    (types.isNativeError(object) && !isInItsCause(object)) ||
    types.isArrayBuffer(object) ||
    types.isArrayBufferView(object) ||
    (types.isBoxedPrimitive(object) && !types.isSymbolObject(object))
  );
}

/** Node 20 writes such an error, but cannot read it again. */
function isInItsCause(error: Error): boolean {
  const met = new Set<unknown>([error.cause]);
  // What is added meanwhile is looked at too.
  for (const each of met) {
    if (each === error) {
      return true;
    }
    if (typeof each === 'object' && each !== null) {
      members(each).forEach((inner) => met.add(inner));
    }
  }
  return false;
}

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
  if (types.isNativeError(object)) {
    return [object.cause];
  }
  return carrierOf(object) === 'json' ? Object.values(object) : [];
}

/**
 * Finds the first part of a value that no channel can carry.
 * @param path what the whole value is called, such as `item`
 */
export function refusal(value: unknown, path: string): TransferError {
  return (
    culprit(value, path, 0, new Set()) ??
    new TransferError(path, `is nested more than ${MAX_DEPTH} levels deep: send an array of its parts.`)
  );
}

function culprit(value: unknown, path: string, depth: number, met: Set<unknown>): TransferError | undefined {
  if (typeof value !== 'object' || value === null) {
    return classify(value) === 'none' ? new TransferError(path, reason(value)) : undefined;
  }
  if (met.has(value) || depth > MAX_DEPTH) {
    return undefined;
  }
  met.add(value);
  if (carrierOf(value) === 'none') {
    return new TransferError(path, reason(value));
  }
  for (const [step, part] of parts(value)) {
    const found = culprit(part, path + step, depth + 1, met);
    if (found) {
      return found;
    }
  }
  return undefined;
}

function* parts(value: object): Iterable<[step: string, part: unknown]> {
  if (Array.isArray(value)) {
    for (const [index, part] of value.entries()) {
      yield [`[${index}]`, part];
    }
  } else if (value instanceof Map) {
    for (const [key, part] of value) {
      yield [`.keys()`, key];
      yield [`.get(${typeof key === 'string' ? JSON.stringify(key) : inspect(key, { depth: -1 })})`, part];
    }
  } else if (value instanceof Set) {
    for (const part of value) {
      yield ['.values()', part];
    }
  } else if (types.isNativeError(value)) {
    yield ['.cause', value.cause];
  } else {
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
  if (types.isNativeError(value)) {
    return 'is an error to which its own cause leads back: leave the cause out.';
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
