import type { Paragraph } from 'mdast';
import { expect, test } from 'vitest';
import { countsOf, describeCounts, describeCoverage, describeMinutes, minutesByLesson } from '../../../src/cli/check/report.js';
import { courseOf } from '../lessons.js';
import { courseWith } from './prove/course.js';

test('what there is in a course is counted in words', () => {
  expect(describeCounts(countsOf(courseOf(['pool'])))).toBe('1 lesson, 2 questions (2 one choice), 1 topic');
  expect(describeCounts(countsOf({ lessons: [], topics: [] }))).toBe('0 lessons, 0 questions, 0 topics');
});

test('what the keys of the questions rest on is counted', () => {
  const course = courseWith({ id: 'pool', claims: ['claim-a', 'claim-b'], questions: { one: ['pool#claim-a'], two: [] } });
  expect(describeCoverage(course)).toBe('2 claims. 2 questions: 1 with a proof, 0 definitions, 1 without a proof');
  expect(countsOf({ ...course, topics: [] })).toMatchObject({ claims: 2, proofs: { proved: 1, definitions: 0, bare: 1 } });
});

test('how long each lesson takes is told in whole minutes, and for programs with a decimal', () => {
  const [lesson] = courseOf(['pool']).lessons;
  const words: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: 'word '.repeat(730) }] };
  const course = { lessons: lesson ? [{ ...lesson, opening: [words], prediction: undefined, run: undefined, answer: [], more: [], yourTurn: [], questions: [] }] : [] };
  expect(describeMinutes(course)).toBe('To read: pool 4 min');
  expect(minutesByLesson(course)).toEqual({ pool: 3.6 });
  expect(describeMinutes({ lessons: [] })).toBe('');
});
