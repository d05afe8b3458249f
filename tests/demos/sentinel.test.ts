import { describe, expect, test } from 'vitest';
import { sentinel } from '../../src/demos/catalogue/sentinel.js';
import { factsOfDemo, hasPython } from './run-demo.js';

const told = (facts: Parameters<typeof sentinel.explain>[0]): string => sentinel.explain(facts).join('\n');

describe.each([['node'], ...(hasPython ? [['python']] : [])])('played in %s', (runtime) => {
  const play = (sentinels: number) => factsOfDemo('sentinel', '--runtime', runtime, '--workers', '2', '--items', '4', '--delay', '10', '--sentinels', String(sentinels));

  test('one for each consumer: both stop', () => {
    const facts = play(2);
    expect(facts).toMatchObject({ hung: false, leftInQueue: 0 });
    expect(told(facts)).toMatch(/2 sentinels were taken out\. Of the consumers, 2 said/);
  }, 70_000);

  test('one too few: one stops, and the other waits for ever', () => {
    const facts = play(1);
    expect(facts).toMatchObject({ hung: true });
    expect(facts['leftInQueue'] ?? null).toBeNull();
    expect(told(facts)).toMatch(/1 sentinel was taken out\. Of the consumers, 1 said[^]*it hung/);
  }, 70_000);

  test('one too many stays in the queue', () => {
    const facts = play(3);
    expect(facts['hung']).toBe(false);
    expect([1, null]).toContain(facts['leftInQueue']); // macOS cannot say
  }, 70_000);
});

test('that it waits for ever is expected only with too few', () => {
  expect([0, 1, 2, 3].map((sentinels) => sentinel.hangs?.({ workers: 2, sentinels }, 'node'))).toEqual([true, true, false, false]);
});

test('of a run that was cut off early, nothing is told that was not seen', () => {
  expect(told({ workers: 2, sentinels: 2, deaths: [], output: [], getsByPid: {} })).toMatch(/0 sentinels were taken out\. Of the consumers, none said/);
});
