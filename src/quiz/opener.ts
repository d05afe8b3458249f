import type { Question } from '../course/lesson.js';
import { memoryOf, retrievability } from './memory.js';
import type { History } from './standing.js';

/**
 * The question of an earlier lesson that opens a lesson: of those asked before, the one that is most likely forgotten; else
 * the first that was never asked. One that wants a written answer only comes where there is no other.
 * @param questions - of the lessons before, in the order of the course
 * @param now - in ms since 1970
 */
export function pickOpener(questions: readonly Question[], history: History, now: number): Question | undefined {
  const quick = questions.filter(({ kind }) => kind !== 'explain');
  const offered = quick.length > 0 ? quick : questions;
  const asked = offered.flatMap((question) => {
    const memory = memoryOf(question, history);
    return memory === undefined ? [] : [{ question, chance: retrievability(memory, now) }];
  });
  const [weakest] = asked.toSorted((a, b) => a.chance - b.chance);
  return weakest?.question ?? offered[0];
}
