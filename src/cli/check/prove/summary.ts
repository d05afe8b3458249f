import { clean, type Paint, wrap } from '../../../terminal/index.js';
import { counted } from '../../figures.js';
import type { Row } from './row.js';
import { isWell } from './words.js';

/** Those that are not proved, each with where it stands and why. @param placeOf - as people name it */
export function unprovedLines(rows: readonly Row[], placeOf: (row: Row) => string, columns: number, paint: Paint): string[] {
  const bad = rows.filter((row) => !isWell(row));
  if (bad.length === 0) {
    return [];
  }
  return ['', paint.strong('Not proved'), ...bad.flatMap((row) => reasonLines(row, placeOf(row), columns, paint))];
}

/** A claim or an exercise, its place, and why it got its verdict. */
export function reasonLines(row: Row, place: string, columns: number, paint: Paint): string[] {
  return [
    ...wrap(clean(row.text), columns, '  '),
    ...wrap(clean(place), columns, '    ').map((line) => paint.dim(line)),
    ...wrap(clean(`${row.status}: ${row.reason}`), columns, '    ').map((line) => (isWell(row) ? line : paint.bad(line))),
  ];
}

/** More ids than these would only hide the reason; the table names them all. */
const MOST_IDS = 4;

/** Which are skipped, or how many, for which reason. */
export function skippedLines(rows: readonly Row[], columns: number, paint: Paint): string[] {
  const byReason = new Map<string, Row[]>();
  for (const row of rows.filter(({ status }) => status === 'skipped')) {
    byReason.set(row.reason, [...(byReason.get(row.reason) ?? []), row]);
  }
  if (byReason.size === 0) {
    return [];
  }
  return [
    '',
    paint.strong('Skipped on this machine'),
    ...Array.from(byReason, ([reason, skipped]) => `${named(skipped)}: ${reason}`).flatMap((text) => wrap(clean(text), columns, '  ')),
  ];
}

function named(rows: readonly Row[]): string {
  if (rows.length <= MOST_IDS) {
    return rows.map(({ id }) => id).join(', ');
  }
  const exercises = rows.filter(({ kind }) => kind === 'exercise').length;
  const counts = [[rows.length - exercises, 'claim'], [exercises, 'exercise']] as const;
  return counts.flatMap(([count, called]) => (count > 0 ? [counted(count, called)] : [])).join(' and ');
}
