import { inspect } from 'node:util';

/** Refuses what only plain JavaScript can pass: options that are no object, or one of a name that does not exist. @throws TypeError */
export function checkOptions(options: object, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(`Options are given as an object, such as { ${known[0]}: … }, not as ${inspect(options)}.`);
  }
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`There is no option "${unknown}" here; there is ${known.join(', ')}.`);
  }
}

/** @throws RangeError for what is not a whole number from `least` */
export function checkCount(name: string, value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(`${name} must be a whole number from ${least}, not ${inspect(value)}.`);
  }
}
