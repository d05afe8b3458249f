import type { Claim, Proof, Question } from '../../../course/index.js';
import type { Status, Verdict } from '../../../proof/index.js';
import { counted } from '../../figures.js';

/** A claim or an exercise, with what came of it. */
type Judged = Pick<Verdict, 'status'>;

/** Verdicts after which a course may be published. */
const WELL: readonly Status[] = ['holds', 'skipped'];

export function isWell({ status }: Judged): boolean {
  return WELL.includes(status);
}

/** Whether runs have proved anything: what is skipped is not proved. */
export function provesSomething(verdicts: readonly Judged[]): boolean {
  return verdicts.some(({ status }) => status === 'holds');
}

export function kindOf({ asserts }: Proof): string {
  return asserts.kind === 'hung' && !asserts.hangs ? 'not hung' : asserts.kind;
}

/** The order in which verdicts are counted, and what is said of so many of them. */
const COUNTED: readonly [Status, (count: number) => string][] = [
  ['holds', (count) => (count === 1 ? 'holds' : 'hold')],
  ['fails', (count) => (count === 1 ? 'fails' : 'fail')],
  ['proves nothing', (count) => (count === 1 ? 'proves nothing' : 'prove nothing')],
  ['not seen', () => 'not seen'],
  ['untold', () => 'untold'],
  ['unfinished', () => 'unfinished'],
  ['skipped', () => 'skipped'],
];

/** As in `84 claims: 80 hold, 4 skipped`. @param called - one of them */
export function countVerdicts(verdicts: readonly Judged[], called: 'claim' | 'exercise'): string {
  const parts = COUNTED.flatMap(([status, words]) => {
    const count = verdicts.filter((verdict) => verdict.status === status).length;
    return count === 0 && status !== 'holds' ? [] : [`${count} ${words(count)}`];
  });
  return `${counted(verdicts.length, called)}: ${parts.join(', ')}`;
}

/**
 * As in `85 questions: 74 proved, 11 definitions, 0 without a proof`; a question is proved when all its claims hold.
 * @param isLesson - claims that have no verdict stand in other lessons
 */
export function countQuestions(questions: readonly Question[], verdicts: readonly Verdict[], isLesson: boolean): string {
  const { proved, skipped, unproved, elsewhere, definitions, bare } = standings(questions, verdicts, isLesson);
  const parts = [
    `${proved} proved`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(unproved > 0 ? [`${unproved} not proved`] : []),
    ...(elsewhere > 0 ? [`${elsewhere} with a proof in another lesson, which was not run`] : []),
    counted(definitions, 'definition'),
    `${bare} without a proof`,
  ];
  return `${counted(questions.length, 'question')}: ${parts.join(', ')}`;
}

type Standing = 'proved' | 'skipped' | 'unproved' | 'elsewhere' | 'definitions' | 'bare';

/** How many questions are what. @param isLesson - as for `countQuestions` */
export function standings(questions: readonly Question[], verdicts: readonly Verdict[], isLesson: boolean): { readonly [standing in Standing]: number } {
  const statuses = new Map<Claim['id'], Status>(verdicts.map(({ claim, status }) => [claim.id, status]));
  const count = { proved: 0, skipped: 0, unproved: 0, elsewhere: 0, definitions: 0, bare: 0 };
  for (const question of questions) {
    count[standing(question, statuses, isLesson)]++;
  }
  return count;
}

function standing({ lesson, claims, definition }: Question, statuses: ReadonlyMap<string, Status>, isLesson: boolean): Standing {
  if (claims.length === 0) {
    return definition ? 'definitions' : 'bare';
  }
  const all = claims.map((id) => statuses.get(id));
  if (all.every((status) => status === 'holds')) {
    return 'proved';
  }
  const isElsewhere = (id: string): boolean => isLesson && !statuses.has(id) && !id.startsWith(`${lesson}#`);
  const own = claims.filter((id) => !isElsewhere(id)).map((id) => statuses.get(id));
  if (!own.every((status) => status === 'holds' || status === 'skipped')) {
    return 'unproved';
  }
  return own.length < all.length ? 'elsewhere' : 'skipped';
}

/** As in `3 min 12 s` and `4.2 s`. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${(ms / 1000).toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
