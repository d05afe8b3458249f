import { describe, expect, test } from 'vitest';
import { menu } from '../../../src/cli/home/menu.js';
import { width } from '../../../src/terminal/index.js';
import { courseOf, stateOf } from '../lessons.js';

const all = courseOf(['process', 'pool', 'queue']);

/** Two days after what was answered at 1. */
const now = 2 * 24 * 60 * 60 * 1000;

function entries(state = stateOf({}), columns = 80, course = all) {
  const capabilities = { terminal: true, colour: 0, unicode: true, columns, rows: 24, animated: true } as const;
  return menu({ course, capabilities, prefix: 'npx ', lang: 'python' }, state, { now, today: { begins: now - 1, ends: now + 1 }, withdrawn: new Set() });
}

function entry(value: string, state = stateOf({})): string {
  return entries(state).find((each) => each.value === value)?.name ?? 'no such entry';
}

describe('the menu', () => {
  test('begins with the first lesson, or goes on where the learner is', () => {
    expect(entry('continue')).toMatch(/^Begin +What is process\? +lesson 1 of 3$/);
    const begun = stateOf({ process: { finishedAt: 5, at: 5 }, pool: { page: 2, at: 9 } });
    expect(entry('continue', begun)).toMatch(/^Continue +What is pool\? +lesson 2 of 3$/);
    expect(entry('lessons', begun)).toMatch(/▮+▯+ {2}1 of 3 read/);
  });

  test('counts along the path of the learner, as long as the lesson is on it', () => {
    const onPath = courseOf(['process', 'pool', 'queue'], [{ id: 'exam', title: 'For an exam', lessons: ['pool', 'queue'] }]);
    const seen = (lessons: Parameters<typeof stateOf>[0], value: string): string =>
      entries({ ...stateOf(lessons), aim: 'exam' }, 80, onPath).find((each) => each.value === value)?.name ?? 'no such entry';
    expect(seen({}, 'continue')).toMatch(/^Begin +What is pool\? +1 of 2 on your path$/);
    const read = { pool: { finishedAt: 5, at: 5 }, process: { finishedAt: 6, at: 6 } };
    expect(seen(read, 'continue')).toMatch(/^Continue +What is queue\? +2 of 2 on your path$/);
    expect(seen(read, 'lessons')).toMatch(/2 of 3 read, 1 of 2 on your path$/);
    expect(seen({ process: { page: 2, at: 9 } }, 'continue')).toMatch(/lesson 1 of 3$/);
  });

  test('does not offer to go on when all has been read', () => {
    const read = { finishedAt: 1, page: 7 };
    expect(entry('continue', stateOf({ process: read, pool: read, queue: read }))).toBe('no such entry');
  });

  test('says how many questions are due and how the first topic stands', () => {
    const state = stateOf({});
    const answers = (right: number) => ({ topic: 'process', answers: [{ at: 1, right, guessed: false }] });
    const questions = new Map([['process-1', answers(1)], ['process-2', answers(0)]]);
    const known = new Map([['test', { lessons: new Map(), questions, exercises: new Map(), refuted: new Map() }]]);
    expect(entry('quiz', { ...state, courses: known })).toMatch(/1 question is due; process 50 % right/);
    expect(entries({ ...state, courses: known }).find(({ value }) => value === 'quiz')?.description).toContain('npx mp-tutor quiz --review');
    expect(entry('quiz')).toMatch(/ten questions/);
  });

  test('names the command that does the same, for each entry', () => {
    for (const { value, description } of entries().filter((each) => each.value !== 'leave')) {
      expect(`${value}: ${description}`).toContain('npx mp-tutor ');
    }
  });

  test('fits 50 columns, with what is cut off below', () => {
    const [first] = entries(stateOf({}), 30);
    expect(first?.description).toBe('What is process?\nnpx mp-tutor learn');
    expect(entries(stateOf({}), 50).filter(({ name }) => width(name) > 48)).toEqual([]);
  });
});
