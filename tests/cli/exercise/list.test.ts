import { describe, expect, test } from 'vitest';
import { listLines } from '../../../src/cli/exercise/list.js';
import type { Course, Exercise, Lesson } from '../../../src/course/index.js';
import { emptyCourse, type ExerciseState } from '../../../src/progress/index.js';
import { width } from '../../../src/terminal/index.js';
import { courseOf, stateOf } from '../lessons.js';

const style = { terminal: true, colour: 0, unicode: true, rows: 24, animated: true } as const;
const exercise = { programs: {}, checks: [] } as unknown as Exercise;
const course = courseOf(['process', 'pool', 'queue']);
const [process, pool, queue] = course.lessons as [Lesson, Lesson, Lesson];
const withTwo = { ...course, lessons: [{ ...process, exercise }, pool, { ...queue, exercise }] };

function listed(exercises: readonly [string, ExerciseState][], columns = 100, of: Course = withTwo): string[] {
  const courses = new Map([['test', { ...emptyCourse, exercises: new Map(exercises) }]]);
  return listLines(of, { ...stateOf({}), courses }, { capabilities: { ...style, columns }, prefix: 'npx ', suffix: '' });
}

const solved: ExerciseState = { solved: new Set(['python']), passed: 1, of: 3, at: 1 };

describe('the list of exercises', () => {
  test('has the lessons that have one, by their numbers, each with a mark and words for it', () => {
    expect(listed([['process', solved], ['queue', { ...solved, solved: new Set() }]]).slice(2, 6)).toEqual([
      ' ✓  1  process  solved in Python', '       What is process?', ' ·  3  queue    1 of 3 checks passed', '       What is queue?',
    ]);
  });

  test('ends with the first that is not solved', () => {
    expect(listed([['process', solved]]).at(-1)).toContain('npx mp-tutor exercise queue');
    expect(listed([]).at(-1)).toContain('npx mp-tutor exercise process');
    expect(listed([], 100, course).at(-1)).toBe(' This course has no exercises.');
  });

  test.each([20, 50])('fits %i columns', (columns) => {
    expect(Math.max(...listed([['process', solved]], columns).map(width))).toBeLessThanOrEqual(columns);
  });
});
