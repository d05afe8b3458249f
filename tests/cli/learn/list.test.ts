import { describe, expect, test } from 'vitest';
import { listLines } from '../../../src/cli/learn/list.js';
import { contentsOf, type Course, type Exercise, type Lesson } from '../../../src/course/index.js';
import { emptyCourse, type ExerciseState, type State } from '../../../src/progress/index.js';
import { width } from '../../../src/terminal/index.js';
import { courseOf, stateOf } from '../lessons.js';

const style = { terminal: true, colour: 0, unicode: true, columns: 80, rows: 24, animated: true } as const;

function listed(course: Course, state: State, columns = 80): string[] {
  return listLines(contentsOf(course), state, { capabilities: { ...style, columns }, prefix: 'npx ', suffix: '' });
}

describe('the list of lessons', () => {
  const course = courseOf(['process', 'pool', 'queue'], [{ id: 'exam', title: 'For an exam', lessons: ['process', 'queue'] }]);

  test('has each with its number, its name, its question and in words how far it was read', () => {
    const lines = listed(course, stateOf({ process: { finishedAt: 1, page: 7 }, pool: { page: 2, of: 8 } }));
    expect(lines.join('\n')).toContain(
      [' 1  process  2 min · read', '    What is process?', ' 2  pool     2 min · at page 3 of 8', '    What is pool?', ' 3  queue    2 min', '    What is queue?'].join('\n'),
    );
  });

  test('ends with the lesson to go on with', () => {
    const last = (state: State) => listed(course, state).at(-1);
    expect(last(stateOf({}))).toBe(' Read one with `npx mp-tutor learn process`.');
    expect(last(stateOf({ process: { finishedAt: 1 } }))).toBe(' Read one with `npx mp-tutor learn pool`.');
    expect(last(stateOf({ process: { finishedAt: 1 } }, { aim: 'exam' }))).toBe(' Read one with `npx mp-tutor learn queue`.');
  });

  test('says which have an exercise, and how far one is with it', () => {
    const [process, ...others] = course.lessons as [Lesson, ...Lesson[]];
    const exercise = { programs: {}, checks: [], times: 1, limitMs: 1, startMethod: undefined, stdout: 'pipe', needs: {}, place: {} } as unknown as Exercise;
    const withOne = { ...course, lessons: [{ ...process, exercise }, ...others] };
    const first = (state: Partial<ExerciseState> | undefined): string | undefined => {
      const exercises = new Map(state ? [['process', { solved: new Set<'node'>(), passed: 1, of: 3, at: 1, ...state }]] : []);
      const courses = new Map([['test', { ...emptyCourse, exercises }]]);
      return listed(withOne, { ...stateOf({}), courses })[2];
    };
    expect(first(undefined)).toBe(' 1  process  2 min · exercise');
    expect(first({})).toBe(' 1  process  2 min · exercise: 1 of 3 checks passed');
    expect(first({ solved: new Set(['node']) })).toBe(' 1  process  2 min · ✓ exercise');
  });

  test('says where a lesson is being read again', () => {
    expect(listed(course, stateOf({ pool: { page: 2, of: 8, finishedAt: 1 } }))).toContain(' 2  pool     2 min · read, again at page 3 of 8');
  });

  test('names the paths by the numbers of their lessons, and which is the learner\'s', () => {
    expect(listed(course, stateOf({}))).toContain(' For an exam: 1, 3');
    expect(listed(course, stateOf({}, { aim: 'exam' }))).toContain(' For an exam (your path): 1, 3');
  });

  test('names what cannot be shown with its place, beside the others', () => {
    const place = { file: `${process.cwd()}/b.md`, line: 3, column: 1 };
    const broken = { ...course, problems: [{ place, wrong: 'no title', mend: 'write one', breaks: true }] };
    const text = listed(broken, stateOf({})).join('\n');
    expect(text).toContain('Cannot be shown:\n   b.md:3:1: no title; write one');
    expect(text).toContain(' 1  process');
  });

  test.each([20, 40, 50])('fits %i columns', (columns) => {
    const long = { ...course, title: 'A very long title of a course, with many words in it' };
    expect(Math.max(...listed(long, stateOf({ process: { finishedAt: 1 } }), columns).map(width))).toBeLessThan(columns + 1);
  });
});
