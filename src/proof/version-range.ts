const CONDITION = /^(>=|<=|>|<|==)?\s*(\d+(?:\.\d+)*)$/;

/**
 * Whether a version such as `3.12.1` lies in a range such as `>=3.9, <3.14`. Parts that are missing are 0, as in Python's
 * (https://packaging.python.org/en/latest/specifications/version-specifiers/); without a sign, or with `==`, it begins with the version.
 * @returns undefined when the range is none
 */
export function isInRange(version: string, range: string): boolean | undefined {
  const conditions = range.split(/\s*,\s*|\s+(?=[<>=])/).map((part) => CONDITION.exec(part.trim()));
  const results = conditions.map((match) => (match ? meets(numbers(version), match[1] ?? '==', numbers(match[2] ?? '')) : undefined));
  return results.includes(undefined) ? undefined : results.every((result) => result === true);
}

function meets(version: readonly number[], sign: string, bound: readonly number[]): boolean {
  const order = compare(version, bound);
  switch (sign) {
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    default:
      return bound.every((part, index) => part === (version[index] ?? 0));
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differences = Array.from({ length: Math.max(a.length, b.length) }, (_, index) => (a[index] ?? 0) - (b[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}

/** Letters after them, as in `3.15.0a1`, are left out. */
function numbers(version: string): number[] {
  return (/^\d+(?:\.\d+)*/.exec(version)?.[0] ?? '').split('.').map(Number);
}
