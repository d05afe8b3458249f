import { expect, test } from 'vitest';
import { countsOf, describeCounts, describeCoverage } from '../../../src/cli/check/report.js';
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
