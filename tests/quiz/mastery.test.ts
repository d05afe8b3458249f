import { expect, it } from 'vitest';
import { emptyCourse } from '../../src/progress/state.js';
import { mastery, statistics } from '../../src/quiz/index.js';
import { course, history, lesson } from './questions.js';

const ours = course(['threads', 'pool', 'empty'], [
  lesson('pool', 'pool', ['p1', 'p2']),
  lesson('threads', 'threads', ['t1', 't2', 't3']),
  lesson('more-threads', 'threads', ['t4', 't5']),
  lesson('empty', 'empty', []),
]);

const DAY = 24 * 60 * 60 * 1000;

const exercise = {
  programs: {}, checks: [], times: 1, limitMs: 1, startMethod: undefined, stdout: 'pipe', needs: { cores: undefined, platforms: undefined, python: undefined, gil: undefined },
  place: { file: '', line: 1, column: 1 },
} as const;
const withExercises = { ...ours, lessons: ours.lessons.map((each) => (each.questions.length > 1 && each.id !== 'more-threads' ? { ...each, exercise } : each)) };

const missed = [{ right: 0 }];
const known = [{ right: 0 }, { right: 0.75 }];
const guessed = [{}, { guessed: true }];

const of = (topic: string, answers: Parameters<typeof history>[0]) =>
  mastery(ours, { ...emptyCourse, questions: history(answers) }, 10).find((each) => each.topic === topic);

it('knows of each topic with questions, in the order of the course', () => {
  expect(mastery(ours, emptyCourse, 0)).toEqual([
    { topic: 'threads', questions: 5, answered: 0, right: 0, known: 0, weak: false },
    { topic: 'pool', questions: 2, answered: 0, right: 0, known: 0, weak: false },
  ]);
});

it('goes by the last answer to each question, and takes no guess for knowledge', () => {
  expect(of('threads', { t1: known, t4: guessed, t5: missed, gone: known })).toMatchObject({ answered: 3, right: 1 });
});

it('calls a topic weak when four or more were answered and less than 60 % of them well', () => {
  expect(of('threads', { t1: missed, t2: missed, t3: missed })).toMatchObject({ weak: false });
  expect(of('threads', { t1: missed, t2: known, t3: known, t4: missed })).toMatchObject({ weak: true });
  expect(of('threads', { t1: missed, t2: known, t3: known, t4: known })).toMatchObject({ weak: false });
  expect(of('threads', { t1: missed, t2: known, t3: known, t4: guessed, t5: known })).toMatchObject({ weak: false });
  expect(of('threads', { t1: missed, t2: known, t3: known, t4: guessed, t5: missed })).toMatchObject({ weak: true });
});

it('is written as JSON with all that progress shows', () => {
  const page = { page: 2, of: 6, at: 5, expects: undefined, predicted: undefined, finishedAt: undefined };
  const lessons = new Map([
    ['pool', { ...page, finishedAt: Date.UTC(2026, 10, 3), predicted: true }],
    ['threads', { ...page, predicted: false }],
    ['empty', { ...page, page: 0, of: 0 }],
    ['gone', { ...page, predicted: true }],
  ]);
  const questions = history({ p1: known, t1: missed, t2: guessed });
  const exercises = new Map([
    ['pool', { solved: new Set(['python'] as const), passed: 1, of: 2, at: 7 }],
    ['threads', { solved: new Set<'node'>(), passed: 1, of: 2, at: 7 }],
    ['gone', { solved: new Set(['node'] as const), passed: 2, of: 2, at: 7 }],
  ]);
  const moment = { now: DAY, today: { begins: DAY / 2, ends: DAY + 2 }, withdrawn: new Set<string>() };
  const written = statistics(withExercises, { ...emptyCourse, lessons, questions, exercises }, moment);
  expect(written).toEqual(JSON.parse(JSON.stringify(written)));
  expect(written).toMatchObject({
    course: { id: 'course', title: 'A course' },
    predictions: { right: 1, of: 2 },
    questions: { of: 7, answered: 3, right: 1, missed: 2, due: 1, nextDue: '1970-01-02T00:00:00.002Z' },
    exercises: { of: 2, solved: 1 },
    topics: [{ topic: 'threads', weak: false }, { topic: 'pool', answered: 1 }],
  });
  const nowhere = { page: null, of: null, finishedAt: null };
  const places = written.lessons.map(({ id, status, page, of, finishedAt }) => ({ id, status, page, of, finishedAt }));
  expect(places).toEqual([
    { id: 'pool', status: 'finished', page: 3, of: 6, finishedAt: '2026-11-03T00:00:00.000Z' },
    { id: 'threads', status: 'started', page: 3, of: 6, finishedAt: null },
    { id: 'more-threads', status: 'new', ...nowhere },
    { id: 'empty', status: 'started', ...nowhere },
  ]);
  expect(written.lessons[2]).toMatchObject({ title: 'What is more-threads?', topic: 'threads' });
});

it('reckons how many are known now: less as time passes, nothing for what was missed or guessed last', () => {
  const knownAfter = (answers: Parameters<typeof history>[0], days: number) =>
    mastery(ours, { ...emptyCourse, questions: history(answers) }, days * DAY).find(({ topic }) => topic === 'threads')?.known ?? -1;
  expect(knownAfter({ t1: [{}], t2: [{}] }, 0)).toBe(2);
  expect(knownAfter({ t1: missed, t2: guessed }, 0)).toBe(0);
  const [soon, late] = [knownAfter({ t1: [{}] }, 1), knownAfter({ t1: [{}] }, 30)];
  expect(soon).toBeLessThan(1);
  expect(late).toBeLessThan(soon);
});
