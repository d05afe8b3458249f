import { isNativeError } from 'node:util/types';
import * as ownErrors from '../errors.js';
import type { FunctionReference } from '../start/function-reference.js';
import { classify } from '../values/classify.js';
import { embed, unembed, type Embedded } from '../values/codec.js';

/** From the pool to a worker. A function is introduced once, and from then on meant by its number. */
export type ToWorker =
  | readonly ['function', number: number, FunctionReference]
  | readonly ['tasks', id: number, fn: number, job: string, index: number, items: Embedded, budgetMs: number];

/**
 * From a worker to the pool. Items behind those that it has results for, and behind the failed one, it did not begin. Behind
 * a part, which ends with an error when a result could not be sent, there follows more.
 */
export type FromWorker =
  | readonly ['ready']
  | readonly ['part', id: number, results: Embedded, error?: Embedded]
  | readonly ['done', id: number, results: Embedded, elapsedMs: number]
  | readonly ['failed', id: number, results: Embedded, elapsedMs: number, error: Embedded]
  | readonly ['unusable', reason: string];

/** Where errors of the language have these, they are not enumerable. */
const HIDDEN = ['cause', 'errors'] as const;

interface SentError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly extras: Record<string, unknown>;
}

/** Encodes what a task threw: an error with its stack and those of its own properties that can be sent. Never throws. */
export function embedError(thrown: unknown): Embedded {
  try {
    // What `fetch` and an AbortSignal throw is an error too, though not to V8.
    if (isNativeError(thrown) || thrown instanceof DOMException) {
      return embed({ sent: describe(thrown) }, 'error');
    }
    const error = classify(thrown) === 'none' ? `a task threw ${String(thrown)}` : thrown;
    return embed({ thrown: error }, 'error');
  } catch (error) {
    return embed({ sent: describe(new Error(`A task threw what cannot be read. ${error instanceof Error ? error.message : ''}`)) }, 'error');
  }
}

function describe(error: Error): SentError {
  // A program may have put anything there.
  const { name, message, stack, cause, errors }: { readonly [Property in keyof AggregateError]?: unknown } = error;
  const properties = [...Object.entries(error), ...Object.entries({ cause, errors })];
  const extras = Object.fromEntries(properties.filter(([, value]) => value !== undefined && classify(value) !== 'none'));
  return { name: String(name), message: String(message), stack: typeof stack === 'string' ? stack : undefined, extras };
}

const BUILT_IN_ERRORS = [TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError, AggregateError];
const KINDS = [...BUILT_IN_ERRORS, ...Object.values(ownErrors)];

/**
 * What a task threw, to be thrown again in the caller, with the stack that it had in the worker.
 * @param where appended to the stack, such as `worker 2 (process 4107), task 5 of square`
 */
export function unembedError(embedded: Embedded, where: string): unknown {
  const { sent, thrown } = unembed(embedded) as { sent?: SentError; thrown?: unknown };
  if (!sent) {
    return thrown;
  }
  const error = Object.assign(new Error(sent.message), sent.extras);
  for (const property of HIDDEN.filter((each) => Object.hasOwn(error, each))) {
    Object.defineProperty(error, property, { enumerable: false });
  }
  const kind = KINDS.find(({ name }) => name === sent.name);
  if (kind) {
    Object.setPrototypeOf(error, kind.prototype);
  } else {
    error.name = sent.name;
  }
  error.stack = `${sent.stack ?? `${sent.name}: ${sent.message}`}\n    in ${where}`;
  return error;
}
