import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';

/** A number from 0 (included) to 1 (excluded), another with each call. */
export type Random = () => number;

/** The same numbers for the same seed, of which the 32 lowest bits of its whole part count. */
export function seededRandom(seed: number): Random {
  // Not the xoroshiro128plus that pure-rand recommends: its first numbers hardly differ between the seeds 1, 2, 3 …
  const generator = mersenne(seed);
  return () => uniformFloat64(generator);
}

/** A copy in an order in which each is as likely as any other (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(Math.floor(random() * rest.length), 1));
}
