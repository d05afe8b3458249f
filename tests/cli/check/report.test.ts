import { expect, test } from 'vitest';
import { countsOf, describeCounts } from '../../../src/cli/check/report.js';
import { courseOf } from '../lessons.js';

test('what there is in a course is counted in words', () => {
  expect(describeCounts(countsOf(courseOf(['pool'])))).toBe('1 lesson, 2 questions (2 one choice), 1 topic');
  expect(describeCounts(countsOf({ lessons: [], topics: [] }))).toBe('0 lessons, 0 questions, 0 topics');
});
