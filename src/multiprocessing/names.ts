const made = new Map<string, number>();

/** The next name for a thing of this kind in this process, such as `queue 1`; the trace shows it. */
export function nameOf(kind: string): string {
  const number = (made.get(kind) ?? 0) + 1;
  made.set(kind, number);
  return `${kind} ${number}`;
}
