import { describe, expect, test } from 'vitest';
import { cameTrue, compareWithRun, explanations, verdict } from '../../../src/cli/learn/comparison.js';
import { describeValue } from '../../../src/cli/tutor/describe-value.js';
import type { Guess, Prediction } from '../../../src/course/index.js';
import { lessonOf } from '../lessons.js';

/** `9`, `1..3` (usual), `20..`; the fact is `workerPids`. */
const prediction = lessonOf().prediction as Prediction;
const [nine, few, many] = prediction.choices as unknown as readonly [Guess, Guess, Guess];

function compared(guess: Guess | undefined, workerPids: number) {
  return compareWithRun(prediction, guess, { workerPids });
}

describe.each([
  { name: 'right, and usual', guess: few, value: 3, says: 'Right.', right: true, explained: [['', few]] },
  { name: 'right, but not usual', guess: nine, value: 9, says: 'Right for this run; usually it is otherwise.', right: true, explained: [['', nine], ['Usually', few]] },
  { name: 'not right', guess: nine, value: 2, says: 'Not right.', right: false, explained: [['', nine], ['What happened', few]] },
  { name: 'usual, but not in this run', guess: few, value: 9, says: 'Not in this run. Usually you would be right.', right: false, explained: [['', few], ['What happened', nine]] },
  { name: 'neither usual nor right', guess: many, value: 9, says: 'Not right.', right: false, explained: [['', many], ['What happened', nine], ['Usually', few]] },
  { name: 'a run that nobody thought of', guess: few, value: 12, says: 'None of the choices fits what happened in this run.', right: false, explained: [['', few]] },
  { name: 'no guess', guess: undefined, value: 3, says: 'You made no guess.', right: undefined, explained: [['', few]] },
])('$name', ({ guess, value, says, right, explained }) => {
  const comparison = compared(guess, value);

  test('is said in words', () => expect(verdict(comparison)).toBe(says));

  test('comes true or not', () => expect(cameTrue(comparison)).toBe(right));

  test('has the explanations of what was said, what happened and what is usual, each once', () => {
    expect(explanations(comparison).map(({ heading, guess: choice }) => [heading, choice])).toEqual(explained);
  });
});

test('a run that does not tell says so, and counts neither way', () => {
  const comparison = compareWithRun(prediction, few, { processes: 1 });
  expect(verdict(comparison)).toMatch(/does not tell.*workerPids/);
  expect(cameTrue(comparison)).toBeUndefined();
  expect(explanations(comparison)).toEqual([]);
});

test('a fact within a group is reached by its dotted name', () => {
  const grouped = compareWithRun({ ...prediction, fact: 'pool.workers' }, few, { pool: { workers: 2 } });
  expect(grouped).toMatchObject({ value: 2, shown: few });
});

test.each([
  [3, '3'],
  [12.3456, '12.35'],
  ['the whole program', 'the whole program'],
  [[1, 2], '[1,2]'],
  [true, 'true'],
  [null, 'null'],
])('the value %j is written as %s', (value, text) => expect(describeValue(value)).toBe(text));

test('a run that its limit cut off while it worked does not tell whether it hangs', () => {
  const hangs: Prediction = { ...prediction, fact: 'hung', choices: [{ ...few, expected: { kind: 'value', value: false } }] };
  const cutOff = compareWithRun(hangs, undefined, { hung: false, ending: 'limit' });
  expect(verdict(cutOff)).toBe('This run does not tell: it was still at work when it was ended.');
  expect(compareWithRun(hangs, undefined, { hung: false, ending: 'exited' }).kind).toBe('told');
});
