import type { Call } from './lesson.js';
import type { Reading } from './reading.js';

/** The fact of this name; dots reach into groups and lists, as in `thread.takes.SIGKILL` and `deaths.length`. */
export function factOf(facts: Readonly<Record<string, unknown>>, name: string): unknown {
  return name.split('.').reduce<unknown>((value, part) => (isGroup(value, part) ? value[part] : undefined), facts);
}

function isGroup(value: unknown, part: string): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, part);
}

/** Whether runs of this command have the fact, as far as can be told without running it. */
export function isFactOf(call: Call, name: string, { known, files }: Reading): boolean {
  const parts = name.split('.');
  const names = new Set(known.facts(call.kind === 'demo' ? call.demo : undefined));
  if (parts.some((_, index) => names.has(parts.slice(0, index + 1).join('.')))) {
    return true;
  }
  const source = call.kind === 'program' ? files.read(call.file) : undefined;
  const words = source && 'text' in source ? source.text.match(/[\p{L}\p{N}_$]+/gu) : null;
  return words?.includes(parts[0] ?? '') ?? false;
}
