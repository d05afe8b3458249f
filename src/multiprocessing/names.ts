const made = new Map<string, number>();
let maker = '';

/** In a child: what it makes shall not be called as what its parent has made. */
export function nameAsChild(): void {
  maker = `${process.pid}.`;
}

/** The next name for a thing of this kind in this process, such as `queue 1`, or `queue 4107.1` in a child. */
export function nameOf(kind: string): string {
  const number = (made.get(kind) ?? 0) + 1;
  made.set(kind, number);
  return `${kind} ${maker}${number}`;
}
