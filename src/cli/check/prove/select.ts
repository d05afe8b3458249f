import { basename } from 'node:path';
import { type Claim, claimsOf, type Course } from '../../../course/index.js';
import { nearest } from '../../../course/ids.js';
import { UsageError } from '../../exit.js';

type Lessons = Pick<Course, 'lessons'>;

/**
 * The claims that are asked for, each once: by an id of theirs, or how it begins after `#`, of their lesson or the name of
 * its file, or of a question that they prove. Without ids, all.
 * @throws UsageError for what is none of them, and for what has no claims here
 */
export function selectClaims(course: Lessons, ids: readonly string[] | undefined): Claim[] {
  const claims = claimsOf(course);
  const names = namesOf(course, claims);
  const wanted = ids?.flatMap((id) => {
    const found = names.get(id) ?? beginningWith(id, claims, [...names.keys()]);
    if (found.length === 0) {
      throw new UsageError(whyNone(id, course));
    }
    return found;
  });
  return claims.filter((claim) => wanted?.includes(claim) ?? true);
}

/** A lesson that is checked alone has questions that claims of others prove. */
function whyNone(id: string, { lessons }: Lessons): string {
  const question = lessons.flatMap(({ questions }) => questions).find((each) => each.id === id);
  return question && question.claims.length > 0
    ? `what proves ${id} stands in another lesson (${question.claims.join(', ')}). Check the folder of the course.`
    : `${id} has no claim, so there is nothing to prove.`;
}

/** Anchors are as long as the sentences that they are made of. */
function beginningWith(beginning: string, claims: readonly Claim[], names: readonly string[]): Claim[] {
  const found = claims.filter((claim) => [beginning, `claim-${beginning}`].some((each) => anchorOf(claim).startsWith(each)));
  if (beginning === '' || found.length === 0) {
    const near = nearest(beginning, names);
    const mend = near === undefined ? 'Take the id of a lesson, a question or a claim, or the beginning of a claim.' : `Did you mean ${near}?`;
    throw new UsageError(`there is no claim, lesson or question ${beginning}. ${mend}`);
  }
  return found;
}

function namesOf({ lessons }: Lessons, claims: readonly Claim[]): Map<string, Claim[]> {
  const names = new Map<string, Claim[]>();
  const add = (name: string, found: readonly Claim[]): void => {
    names.set(name, [...(names.get(name) ?? []), ...found]);
  };
  for (const { id, file, claims: own, questions } of lessons) {
    for (const name of new Set([id, basename(file), basename(file, '.md')])) {
      add(name, own);
    }
    for (const question of questions) {
      add(question.id, claims.filter((claim) => question.claims.includes(claim.id)));
    }
  }
  for (const claim of claims) {
    for (const name of new Set([claim.id, anchorOf(claim)])) {
      add(name, [claim]);
    }
  }
  return names;
}

/** What stands after the lesson in the id. */
function anchorOf({ id }: Claim): string {
  return id.slice(id.indexOf('#') + 1);
}
