import { type Claim, claimOf, type Course, type Question } from '../../course/index.js';
import type { CourseState } from '../../progress/index.js';
import type { Verdict } from '../../proof/index.js';
import { digestOf } from './claim-digest.js';
import { courseState } from './next-lesson.js';
import type { Session } from './session.js';

/** Where what follows from a proof is written down. */
type Writing = Pick<Session, 'course' | 'journal'>;

/** The claims that show the answer to a question, as far as the course has them. */
export function claimsFor({ claims }: Question, course: Course): Claim[] {
  return claims.flatMap((id) => claimOf(course, id) ?? []);
}

/**
 * Writes down what follows from a proof. A claim that a run refutes: the answers to all questions that rest on it no longer
 * count, and they are not asked again as long as the claim and its programs are the same. One that was refuted and holds
 * now: they are asked again. Of any other verdict nothing follows.
 */
export async function writeDown({ claim, status }: Verdict, { course, journal }: Writing): Promise<void> {
  if (status !== 'fails' && status !== 'holds') {
    return;
  }
  const entry = { course: course.id, claim: claim.id, digest: await digestOf(claim) };
  if (status === 'fails') {
    const questions = questionsOf(course).filter(({ claims }) => claims.includes(claim.id)).map(({ id }) => id);
    journal.append({ kind: 'refuted', ...entry, questions });
  } else if (courseState(course, journal.read().state).refuted.get(claim.id) === entry.digest) {
    journal.append({ kind: 'upheld', ...entry });
  }
}

/** The questions, by their ids, whose keys rest on a claim that a run on this machine refutes. */
export async function withdrawnQuestions(course: Course, { refuted }: CourseState): Promise<ReadonlySet<string>> {
  const same = await Promise.all(Array.from(refuted, async ([id, digest]) => {
    const claim = claimOf(course, id);
    return claim !== undefined && (await digestOf(claim)) === digest ? [id] : [];
  }));
  const still = new Set(same.flat());
  return new Set(questionsOf(course).filter(({ claims }) => claims.some((id) => still.has(id))).map(({ id }) => id));
}

/** The same, as the journal says it now. */
export async function withdrawnNow({ course, journal }: Writing): Promise<ReadonlySet<string>> {
  return withdrawnQuestions(course, courseState(course, journal.read().state));
}

function questionsOf({ lessons }: Course): Question[] {
  return lessons.flatMap(({ questions }) => questions);
}
