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
