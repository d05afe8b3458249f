import { describe, expect, test } from 'vitest';
import type { Said } from '../../../../src/cli/tutor/show-me/showing.js';
import { tally } from '../../../../src/cli/tutor/show-me/tally.js';
import { claim, evidence, showing } from './claims.js';

const ALWAYS = { kind: 'always', expression: 'workerPids <= 3' } as const;
const said = (right: boolean, ...texts: string[]): Said => ({ kind: 'answer', texts, right });

describe('with a fact to show', () => {
  const shown = claim(ALWAYS, { shows: 'workerPids' });
  const seen = [3, 2, 10, 3].map((workerPids) => evidence(workerPids <= 3, { workerPids }));

  test('there is a bar for each value, numbers in their order, and the learner is marked at theirs', () => {
    expect(tally(showing(shown, seen, { said: said(true, '3') }))).toEqual([
      { label: '2', count: 1, isSaid: false }, { label: '3', count: 2, isSaid: true }, { label: '10', count: 1, isSaid: false },
    ]);
  });

  test('a number that was said and not seen has a place among them', () => {
    expect(tally(showing(shown, seen, { said: said(false, '9') })).map(({ label, count, isSaid }) => [label, count, isSaid])).toEqual([
      ['2', 1, false], ['3', 2, false], ['9', 0, true], ['10', 1, false],
    ]);
  });

  test('what was said in other words is marked nowhere', () => {
    expect(tally(showing(shown, seen, { said: said(true, 'Yes, three') })).some(({ isSaid }) => isSaid)).toBe(false);
  });

  test('a prediction of the same fact is marked at all values that fit it', () => {
    const predicted = { kind: 'prediction', fact: 'workerPids', expected: { kind: 'range', from: 1, to: 3 } } as const;
    expect(tally(showing(shown, seen, { said: predicted })).map(({ isSaid }) => isSaid)).toEqual([true, true, false]);
    expect(tally(showing(shown, seen, { said: { ...predicted, fact: 'tasks' } })).some(({ isSaid }) => isSaid)).toBe(false);
  });

  test('contrasts, and runs that do not tell, are not counted', () => {
    const more = [evidence(false, { workerPids: 9 }, 'contrast'), evidence(undefined, { workerPids: 7 })];
    expect(tally(showing(shown, [...seen, ...more])).map(({ label }) => label)).toEqual(['2', '3', '10']);
  });

  test('of many values the rare ones are counted together', () => {
    const many = Array.from({ length: 20 }, (_, index) => evidence(true, { workerPids: index }));
    const bars = tally(showing(shown, [...many, evidence(true, { workerPids: 19 })]));
    expect(bars).toHaveLength(7);
    expect(bars.at(-1)).toEqual({ label: '14 other values', count: 14, isSaid: false });
    expect(bars.at(-2)).toEqual({ label: '19', count: 2, isSaid: false });
  });
});

describe('without one', () => {
  const seen = [true, true, false].map((value) => evidence(value));

  test('two bars count what is as the answer says, and the learner is where their answer is', () => {
    const of = (right: boolean) => tally(showing(claim(ALWAYS), seen, { said: said(right, 'Yes') }));
    expect(of(true)).toEqual([{ label: 'as the answer says', count: 2, isSaid: true }, { label: 'otherwise', count: 1, isSaid: false }]);
    expect(of(false).map(({ isSaid }) => isSaid)).toEqual([false, true]);
  });

  test('of what never happens, a run in which it does is otherwise', () => {
    const bars = tally(showing(claim({ kind: 'never', expression: 'hung' }), seen, { isKey: false }));
    expect(bars.map(({ label, count }) => [label, count])).toEqual([['as the claim says', 1], ['otherwise', 2]]);
  });

  test('of what happens sometimes, both outcomes are as the answer says', () => {
    const bars = tally(showing(claim({ kind: 'sometimes', expression: 'hung' }), seen, { said: said(true, 'Yes') }));
    expect(bars).toEqual([{ label: 'it happened', count: 2, isSaid: false }, { label: 'it did not happen', count: 1, isSaid: false }]);
  });

  test('a hang is named, and the learner is where their answer leads to', () => {
    const ends = claim({ kind: 'hung', hangs: false });
    expect(tally(showing(ends, [evidence(false)], { said: said(false, 'It waits for ever') }))).toEqual([
      { label: 'it hangs', count: 0, isSaid: true }, { label: 'it ends', count: 1, isSaid: false },
    ]);
    const predicted = { kind: 'prediction', fact: 'hung', expected: { kind: 'value', value: false } } as const;
    expect(tally(showing(ends, [evidence(false)], { said: predicted })).map(({ isSaid }) => isSaid)).toEqual([false, true]);
  });
});
