import { Environment } from '@marcbachmann/cel-js';

/**
 * CEL, with what facts need: all their numbers are JSON's, so whole and other numbers mix; and four functions for lists.
 * No name is declared: those that are no facts are found in the expression's tree, all at once.
 */
export const environment = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false });

const ARITHMETIC: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
};

for (const [operator, calculate] of Object.entries(ARITHMETIC)) {
  const mixed = (left: number | bigint, right: number | bigint): number => calculate(Number(left), Number(right));
  // Without a type of the result, CEL would take it for that of the left side, and compare a double with an int as ints.
  environment.registerOperator(`int ${operator} double: double`, mixed);
  environment.registerOperator(`double ${operator} int: double`, mixed);
}
environment.registerOperator('int == double: bool', (left: number | bigint, right: number | bigint) => Number(left) === Number(right));
environment.registerOperator('double % double: double', (left: number, right: number) => left % right);

environment.registerFunction('distinct(list): list', distinct);
environment.registerFunction('sum(list): double', (list: Iterable<unknown>) => (
  numbers(list).reduce((total, each) => total + each, 0)
));
environment.registerFunction('max(list): double', (list: Iterable<unknown>) => extreme(list, (a, b) => a > b));
environment.registerFunction('min(list): double', (list: Iterable<unknown>) => extreme(list, (a, b) => a < b));

/** Each value once; those of lists and groups are compared, and 1 is 1.0. */
function distinct(list: Iterable<unknown>): unknown[] {
  return [...new Map(Array.from(list, (each) => [keyOf(each), each])).values()];
}

function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? Number(part) : part)) ?? String(value);
}

function numbers(list: Iterable<unknown>): number[] {
  return Array.from(list, (each) => {
    if (typeof each !== 'number' && typeof each !== 'bigint') {
      throw new TypeError(`${keyOf(each)} in the list is no number`);
    }
    return Number(each);
  });
}

/** Not `Math.max(...)`, which takes only some 100,000 arguments. */
function extreme(list: Iterable<unknown>, isBetter: (one: number, other: number) => boolean): number {
  const [first, ...others] = numbers(list);
  if (first === undefined) {
    throw new TypeError('the list is empty');
  }
  return others.reduce((best, each) => (isBetter(each, best) ? each : best), first);
}
