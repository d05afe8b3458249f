import type { Day } from '../../quiz/index.js';

/** A learner's day begins in the small hours: what is done after midnight still belongs to the evening. */
const BEGINS_AT = 4;

/** The day in which a time lies, by this machine's clock. */
export function dayOf(now: Date): Day {
  const hours = now.getHours() < BEGINS_AT ? BEGINS_AT - 24 : BEGINS_AT;
  const at = (days: number): number => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hours).getTime();
  return { begins: at(0), ends: at(1) };
}

/** When something after a day is due: `tomorrow`, or `in 3 days, on Wednesday 25 November`. */
export function whenDue(at: number, { ends }: Day): string {
  // Counted by the beginnings of days, since one of them may be an hour shorter or longer.
  const first = new Date(ends);
  const days = Math.round((dayOf(new Date(at)).begins - ends) / (24 * 60 * 60 * 1000)) + 1;
  if (days <= 1) {
    return 'tomorrow';
  }
  const date = new Date(first.getFullYear(), first.getMonth(), first.getDate() + days - 1);
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }).format(date);
  return `in ${days} days, on ${day}`;
}
