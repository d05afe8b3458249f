import { describe, expect, test } from 'vitest';
import { earlierQuestion } from '../../../src/cli/learn/earlier.js';
import { firstPage, openedBy, ownPage, turnsOf } from '../../../src/cli/learn/turns.js';
import type { Course, Question } from '../../../src/course/index.js';
import type { CourseState } from '../../../src/progress/index.js';
import { emptyCourse } from '../../../src/progress/index.js';
import type { QuestionState } from '../../../src/progress/state.js';
import { courseOf, lessonOf, stateOf } from '../lessons.js';

const course = courseOf(['process', 'pool', 'queue']);
const [first, second, third] = course.lessons as unknown as [Course['lessons'][number], Course['lessons'][number], Course['lessons'][number]];

function read(...ids: string[]): CourseState {
  return stateOf(Object.fromEntries(ids.map((id) => [id, { finishedAt: 1 }]))).courses.get('test') ?? emptyCourse;
}

function answered(id: string, right: number, at: number): [string, QuestionState] {
  return [id, { topic: 't', answers: [{ at, right, guessed: false }] }];
}

function asked(state: CourseState, lesson = third, withdrawn: string[] = []): string | undefined {
  return earlierQuestion(lesson, { course, state, withdrawn: new Set(withdrawn), now: 3_600_000 })?.id;
}

describe('the question that a lesson begins with', () => {
  test('is of a lesson before it that was read: neither its own, nor a later one, nor one that was only begun', () => {
    expect(asked(read('pool', 'queue'), third)).toMatch(/^pool-/);
    expect(asked(read('pool', 'queue'), second)).toBeUndefined();
    expect(asked(read('queue'), third)).toBeUndefined();
    expect(asked(read('process', 'pool'), first)).toBeUndefined();
    expect(asked(stateOf({ pool: {} }).courses.get('test') ?? emptyCourse)).toBeUndefined();
  });

  test('is the one that is most likely forgotten', () => {
    const questions = new Map([answered('process-1', 1, 1), answered('process-2', 1, 2), answered('pool-1', 1, 3), answered('pool-2', 0, 4)]);
    expect(asked({ ...read('process', 'pool'), questions })).toBe('pool-2');
  });

  test('is none that was answered a moment ago', () => {
    const questions = new Map([answered('pool-1', 0, 3_000_000), answered('pool-2', 1, 1)]);
    expect(asked({ ...read('pool'), questions })).toBe('pool-2');
  });

  test('is none whose key is withdrawn', () => {
    expect(asked(read('pool'), third, ['pool-1'])).toBe('pool-2');
    expect(asked(read('pool'), third, ['pool-1', 'pool-2'])).toBeUndefined();
  });
});

test('it stands before the pages of the lesson, and is not counted as one of them', () => {
  const lesson = lessonOf();
  const [question] = lesson.questions as [Question];
  const own = turnsOf(lesson, lesson.questions);
  const turns = openedBy(question, own);
  expect(turns.map(({ kind }) => kind).slice(0, 3)).toEqual(['earlier', 'opening', 'prediction']);
  expect([firstPage(turns), ownPage(turns, 0), ownPage(turns, 1)]).toEqual([1, undefined, { page: 0, of: own.length }]);
  expect([openedBy(undefined, own), firstPage(own), ownPage(own, 0)]).toEqual([own, 0, { page: 0, of: own.length }]);
});
