import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Claim, claimOf, type Course, type ProofRun, type Question } from '../../course/index.js';
import type { CourseState } from '../../progress/index.js';
import type { Verdict } from '../../proof/index.js';
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
export function writeDown({ claim, status }: Verdict, { course, journal }: Writing): void {
  const entry = { course: course.id, claim: claim.id, digest: digestOf(claim) };
  if (status === 'fails') {
    const questions = questionsOf(course).filter(({ claims }) => claims.includes(claim.id)).map(({ id }) => id);
    journal.append({ kind: 'refuted', ...entry, questions });
  } else if (status === 'holds' && courseState(course, journal.read().state).refuted.get(claim.id) === entry.digest) {
    journal.append({ kind: 'upheld', ...entry });
  }
}

/** The questions, by their ids, whose keys rest on a claim that a run on this machine refutes. */
export function withdrawnQuestions(course: Course, { refuted }: CourseState): ReadonlySet<string> {
  const isRefuted = (id: string): boolean => {
    const claim = refuted.has(id) ? claimOf(course, id) : undefined;
    return claim !== undefined && refuted.get(id) === digestOf(claim);
  };
  return new Set(questionsOf(course).filter(({ claims }) => claims.some(isRefuted)).map(({ id }) => id));
}

/** The same, as the journal says it now. */
export function withdrawnNow({ course, journal }: Writing): ReadonlySet<string> {
  return withdrawnQuestions(course, courseState(course, journal.read().state));
}

function questionsOf({ lessons }: Course): Question[] {
  return lessons.flatMap(({ questions }) => questions);
}

/** SHA-256 of what a claim asserts, what it runs, and the programs themselves; not of where it stands. */
function digestOf({ text, proof }: Claim): string {
  const { asserts, runs, contrasts } = proof;
  const all = [...runs, ...contrasts, ...(asserts.kind === 'ratio' ? [asserts.to] : [])];
  const programs = all.map(({ call }: ProofRun) => (call.kind === 'program' ? contentOf(call.file) : ''));
  const claim = JSON.stringify([text, proof], (key, value: unknown) => (key === 'place' || key === 'file' ? undefined : value));
  return createHash('sha256').update(JSON.stringify([claim, programs])).digest('hex');
}

/** A program that is gone is another one than that which was run. */
function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
