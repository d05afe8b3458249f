import { closestMatch } from 'leven';

/** Lesson ids, question ids and topics are made like this. */
export function isId(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}

/** What an id must be like, for messages. */
export const ID_RULE = 'small letters, digits and hyphens, as in `which-to-use`';

/** Longer texts are no slips of the hand, and take long to compare. */
const LONGEST = 80;

/** The name that was probably meant, if one of them comes near, whatever the case of its letters. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const lower = new Map(names.map((each) => [each.toLowerCase(), each]));
  const maxDistance = Math.max(2, Math.ceil(name.length / 4));
  const match = name.length > LONGEST ? '' : closestMatch(name.toLowerCase(), [...lower.keys()], { maxDistance });
  return lower.get(match ?? '');
}

/** The name that somebody meant who typed this: the nearest, or the only one of which it is a part, as `threads` of `processes-and-threads`. */
export function meantBy(typed: string, names: readonly string[]): string | undefined {
  const part = typed.toLowerCase();
  const containing = part === '' ? [] : names.filter((name) => name.toLowerCase().includes(part));
  return nearest(typed, names) ?? (containing.length === 1 ? containing[0] : undefined);
}

/** How to mend an unknown name: with the one that comes near, or as is said otherwise. */
export function didYouMean(name: string, names: readonly string[], otherwise: string): string {
  const near = meantBy(name, names);
  return near === undefined ? otherwise : `did you mean \`${near}\`?`;
}
