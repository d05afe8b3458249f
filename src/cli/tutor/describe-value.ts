/** A fact's value in words that fit a line. */
export function describeValue(value: unknown): string {
  if (typeof value === 'number') {
    return `${Number(value.toFixed(2))}`;
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
