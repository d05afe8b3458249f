import type { Entry } from './entry.js';

/** An entry of a course. */
export type CourseEntry = Extract<Entry, { readonly course: string }>;

/**
 * Entries in the order in which they count. Those of a course that stand before its last reset are left out, and what is
 * left of it goes by time, since a line that was imported from another machine stands below younger ones.
 */
export function inOrder(entries: readonly Entry[]): Entry[] {
  const resets = new Map<string, number>();
  entries.forEach((entry, index) => {
    if (entry.kind === 'reset') {
      resets.set(entry.course, index);
    }
  });
  const ofCourses = entries.filter((entry, index): entry is CourseEntry => (
    'course' in entry && index > (resets.get(entry.course) ?? -1)
  ));
  return [...entries.filter((entry) => !('course' in entry)), ...ofCourses.toSorted((a, b) => a.at - b.at)];
}

/** Those of one course, since its last reset, by time. */
export function entriesOf(entries: readonly Entry[], course: string): CourseEntry[] {
  return inOrder(entries).filter((entry): entry is CourseEntry => 'course' in entry && entry.course === course);
}

/** Those that are not among the others yet, each once. */
export function missingFrom(there: readonly Entry[], entries: readonly CourseEntry[]): CourseEntry[] {
  const known = new Set(there.map(identity));
  return entries.filter((entry) => {
    const key = identity(entry);
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

/** Two entries that say the same of the same millisecond are one, in whatever order their keys were written. */
function identity(entry: Entry): string {
  return JSON.stringify(Object.entries(entry).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
