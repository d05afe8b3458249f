import { basename } from 'node:path';
import { type Claim, claimsOf, type Course, exercisesOf, type OwnedExercise } from '../../../course/index.js';
import { nearest } from '../../../course/ids.js';
import { UsageError } from '../../exit.js';

type Lessons = Pick<Course, 'lessons'>;

/** What is to be proved. */
export interface Selected {
  readonly claims: readonly Claim[];
  readonly exercises: readonly OwnedExercise[];
}

type Provable = Claim | OwnedExercise;

/**
 * The claims and exercises that are asked for, each once: by an id of theirs, or how it begins after `#`, of their lesson
 * or the name of its file, or of a question that they prove. Without ids, all.
 * @throws UsageError for what is none of them, and for what has nothing to prove here
 */
export function select(course: Lessons, ids: readonly string[] | undefined): Selected {
  const [claims, exercises] = [claimsOf(course), exercisesOf(course)];
  const names = namesOf(course, claims, exercises);
  const wanted = ids?.flatMap((id) => {
    const found = names.get(id) ?? beginningWith(id, [...claims, ...exercises], [...names.keys()]);
    if (found.length === 0) {
      throw new UsageError(whyNone(id, course));
    }
    return found;
  });
  const isWanted = (each: Provable): boolean => wanted?.includes(each) ?? true;
  return { claims: claims.filter(isWanted), exercises: exercises.filter(isWanted) };
}

/** A lesson that is checked alone has questions that claims of others prove. */
function whyNone(id: string, { lessons }: Lessons): string {
  const question = lessons.flatMap(({ questions }) => questions).find((each) => each.id === id);
  return question && question.claims.length > 0
    ? `what proves ${id} stands in another lesson (${question.claims.join(', ')}). Check the folder of the course.`
    : `${id} has no claim, so there is nothing to prove.`;
}

/** Anchors are as long as the sentences that they are made of. */
function beginningWith(beginning: string, provable: readonly Provable[], names: readonly string[]): Provable[] {
  const found = provable.filter((each) => [beginning, `claim-${beginning}`].some((start) => anchorOf(each).startsWith(start)));
  if (beginning === '' || found.length === 0) {
    const near = nearest(beginning, names);
    const mend = near === undefined ? 'Take the id of a lesson, a question or a claim, or the beginning of a claim.' : `Did you mean ${near}?`;
    throw new UsageError(`there is no claim, lesson or question ${beginning}. ${mend}`);
  }
  return found;
}

function namesOf({ lessons }: Lessons, claims: readonly Claim[], exercises: readonly OwnedExercise[]): Map<string, Provable[]> {
  const names = new Map<string, Provable[]>();
  const add = (name: string, found: readonly Provable[]): void => {
    names.set(name, [...(names.get(name) ?? []), ...found]);
  };
  for (const { id, file, claims: own, questions } of lessons) {
    for (const name of new Set([id, basename(file), basename(file, '.md')])) {
      add(name, [...own, ...exercises.filter(({ lesson }) => lesson === id)]);
    }
    for (const question of questions) {
      add(question.id, claims.filter((claim) => question.claims.includes(claim.id)));
    }
  }
  for (const each of [...claims, ...exercises]) {
    for (const name of new Set([each.id, anchorOf(each)])) {
      add(name, [each]);
    }
  }
  return names;
}

/** What stands after the lesson in the id. */
function anchorOf({ id }: Provable): string {
  return id.slice(id.indexOf('#') + 1);
}
