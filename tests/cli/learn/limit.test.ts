import { describe, expect, test } from 'vitest';
import { limitInWords, limitOf } from '../../../src/cli/learn/limit.js';
import { lessonOf } from '../lessons.js';

const HANGS = 'Does it hang? (`hung`)\n\n- [x] `true`: yes\n  > Yes.\n- [ ] `false`: no\n  > No.';

describe('a run that is about a hang', () => {
  test('is ended after 4 seconds, and this is said before it', () => {
    const lesson = lessonOf({ run: 'mp-tutor demo pool --delay 0', predict: HANGS });
    expect(limitOf(lesson)).toBe(4000);
    expect(limitInWords(lesson)).toBe('If the program has not ended after 4 seconds, it is ended.');
  });

  test('gets the time of its demo, if that is slowed down to be watched', () => {
    expect(limitOf(lessonOf({ run: 'mp-tutor demo pool --delay 500', predict: HANGS }))).toBeUndefined();
    expect(limitOf(lessonOf({ run: 'mp-tutor demo start-methods', predict: HANGS }))).toBeUndefined();
  });
});

test('any other run has the usual limit, and nothing is said of it', () => {
  const lesson = lessonOf({ run: 'mp-tutor demo pool --delay 0' });
  expect([limitOf(lesson), limitInWords(lesson)]).toEqual([undefined, undefined]);
  expect(limitOf(lessonOf({ run: '' }))).toBeUndefined();
});
