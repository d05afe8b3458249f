import { expect, test } from 'vitest';
import { select } from '../../../../src/cli/check/prove/select.js';
import { courseWith } from './course.js';

const course = courseWith(
  { id: 'pool', claims: ['claim-at-most-three', 'claim-in-order', 'reused'], questions: { reused: ['pool#reused'], both: ['pool#claim-in-order', 'queue#claim-first-in'] } },
  { id: 'queue', claims: ['claim-first-in', 'claim-in-order'], questions: {} },
);

test.each([
  [undefined, ['pool#claim-at-most-three', 'pool#claim-in-order', 'pool#reused', 'queue#claim-first-in', 'queue#claim-in-order']],
  [['queue'], ['queue#claim-first-in', 'queue#claim-in-order']],
  [['pool.md'], ['pool#claim-at-most-three', 'pool#claim-in-order', 'pool#reused']],
  [['pool#claim-in-order'], ['pool#claim-in-order']],
  [['claim-in-order'], ['pool#claim-in-order', 'queue#claim-in-order']],
  [['claim-at'], ['pool#claim-at-most-three']],
  [['at-most'], ['pool#claim-at-most-three']],
  [['both'], ['pool#claim-in-order', 'queue#claim-first-in']],
  [['queue', 'claim-first-in', 'reused'], ['pool#reused', 'queue#claim-first-in', 'queue#claim-in-order']],
])('%j are these claims, each once, in the order of the course', (ids, found) => {
  expect(select(course, ids).claims.map(({ id }) => id)).toEqual(found);
});

test('what has no claims here is told, with where they are', () => {
  const alone = courseWith({ id: 'pool', claims: [], questions: { elsewhere: ['queue#claim-first-in'], definition: [] } });
  expect(() => select(alone, ['elsewhere'])).toThrow('what proves elsewhere stands in another lesson (queue#claim-first-in). Check the folder of the course.');
  expect(() => select(alone, ['definition'])).toThrow('definition has no claim, so there is nothing to prove.');
  expect(() => select(alone, ['pool'])).toThrow('pool has no claim');
});

test('what is none is told, with what was probably meant', () => {
  expect(() => select(course, ['quueue'])).toThrow('there is no claim, lesson or question quueue. Did you mean queue?');
  expect(() => select(course, ['queue', 'nothing-like-it'])).toThrow('Take the id of a lesson');
  expect(() => select(course, [''])).toThrow('Take the id of a lesson');
});
