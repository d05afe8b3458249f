import type { Verdict } from '../../../proof/index.js';
import { clean, type Paint, wrap } from '../../../terminal/index.js';
import { counted } from '../../figures.js';
import { isWell } from './words.js';

/** Those that are not proved, each with where it stands and why. @param placeOf - as people name it */
export function unprovedLines(verdicts: readonly Verdict[], placeOf: (verdict: Verdict) => string, columns: number, paint: Paint): string[] {
  const bad = verdicts.filter((verdict) => !isWell(verdict));
  if (bad.length === 0) {
    return [];
  }
  return ['', paint.strong('Not proved'), ...bad.flatMap((verdict) => reasonLines(verdict, placeOf(verdict), columns, paint))];
}

/** A claim, its place, and why it got its verdict. */
export function reasonLines(verdict: Verdict, place: string, columns: number, paint: Paint): string[] {
  const { claim, status, reason } = verdict;
  return [
    ...wrap(clean(claim.text), columns, '  '),
    ...wrap(clean(place), columns, '    ').map((line) => paint.dim(line)),
    ...wrap(clean(`${status}: ${reason}`), columns, '    ').map((line) => (isWell(verdict) ? line : paint.bad(line))),
  ];
}

/** More ids than these would only hide the reason; the table names them all. */
const MOST_IDS = 4;

/** Which claims, or how many, are skipped for which reason. */
export function skippedLines(verdicts: readonly Verdict[], columns: number, paint: Paint): string[] {
  const byReason = new Map<string, string[]>();
  for (const { status, reason, claim } of verdicts) {
    if (status === 'skipped') {
      byReason.set(reason, [...(byReason.get(reason) ?? []), claim.id]);
    }
  }
  if (byReason.size === 0) {
    return [];
  }
  return [
    '',
    paint.strong('Skipped on this machine'),
    ...Array.from(byReason, ([reason, ids]) => `${ids.length > MOST_IDS ? counted(ids.length, 'claim') : ids.join(', ')}: ${reason}`).flatMap((text) => wrap(clean(text), columns, '  ')),
  ];
}
