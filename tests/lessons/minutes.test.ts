import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { known } from '../../src/cli/known.js';
import { minutesOf } from '../../src/course/index.js';
import { readCourse } from '../../src/course/read.js';

const { lessons } = await readCourse(fileURLToPath(new URL('../../lessons', import.meta.url)), known);

test.each(lessons.map((lesson) => [lesson.id, Math.round(minutesOf(lesson))] as const))('%s takes 5 to 8 minutes: %d', (_, minutes) => {
  expect(minutes).toBeGreaterThanOrEqual(5);
  expect(minutes).toBeLessThanOrEqual(8);
});
