import { TransferError } from '../errors.js';
import { embed } from '../values/codec.js';

/**
 * The first of some items or results that cannot be sent, and why; undefined when each of them can.
 * @param first the number of the first, which the error shows
 */
export function findUnsendable(
  values: readonly unknown[],
  called: 'item' | 'result',
  first: number,
): { readonly offset: number; readonly error: unknown } | undefined {
  for (const [offset, value] of values.entries()) {
    try {
      embed(value, `${called} ${first + offset}`);
    } catch (error) {
      return { offset, error };
    }
  }
  return undefined;
}

/** Why a value could not be sent that was alone in its message, and has nothing in it that cannot: it is too large. */
export function tooLarge(called: 'item' | 'result', number: number, error: unknown): TransferError {
  return new TransferError(`${called} ${number}`, `is too large to be sent. ${String(error)}`);
}
