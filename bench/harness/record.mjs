// bench/results.json: the rows as they were last measured, so that one of them can be measured again.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

/** What was measured before, or undefined. */
export const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

export const write = (file, record) => writeFileSync(file, `${JSON.stringify(record, null, 1)}\n`);

/** Why rows that are measured here cannot stand beside the others, or undefined. */
export function whyApart(kept, machine) {
  if (kept === undefined) {
    return 'nothing has been written yet';
  }
  const changed = Object.keys(machine).filter((key) => !isDeepStrictEqual(kept.machine[key], machine[key]));
  return changed.length > 0 ? `the others were measured with another ${changed.join(', ')}` : undefined;
}

/** The rows that were kept, with those that were measured in their places, in the order of `ids`. */
export function merge(kept, { machine, rows }, ids) {
  const all = new Map([...(kept?.rows ?? []), ...rows].map((row) => [row.id, row]));
  return { machine, rows: ids.flatMap((id) => all.get(id) ?? []) };
}
