import { describe, expect, test } from 'vitest';
import { backpressure } from '../../src/demos/catalogue/backpressure.js';
import { number } from '../../src/demos/catalogue/words.js';
import { factsOfDemo, hasPython } from './run-demo.js';

const told = (facts: Parameters<typeof backpressure.explain>[0]): string => backpressure.explain(facts).join('\n');

describe.each([['node'], ...(hasPython ? [['python']] : [])])('played in %s', (runtime) => {
  const play = (room: number) => factsOfDemo('backpressure', '--runtime', runtime, '--items', '12', '--delay', '80', '--room', String(room));

  test('a limit holds the producer back, and nothing is lost', () => {
    const facts = play(2);
    expect(facts).toMatchObject({ done: 12, hung: false });
    expect(number(facts, 'largestQueue')).toBeLessThanOrEqual(3);
    expect(number(facts, 'producerMs')).toBeGreaterThan(500);
    expect(told(facts)).toMatch(/It has room for 2: while it is full, put waits\.[^]*All 12 items came through: a full queue/);
  }, 70_000);

  test('without a limit, the producer is done long before the consumer', () => {
    const facts = play(0);
    expect(facts).toMatchObject({ done: 12, hung: false });
    expect(number(facts, 'producerMs')).toBeLessThan(number(facts, 'consumerMs') / 2);
    expect(number(facts, 'largestQueue')).toBeGreaterThan(5);
    expect(told(facts)).toMatch(/It has no limit[^]*All 12 items came through\.$/);
  }, 70_000);
});

describe('told', () => {
  const run = { items: 3, room: 4, deaths: [], producerMs: 20, consumerMs: 90, done: 3, largestQueue: 2, longestPutMs: 1 };

  test('a queue that was never full held nobody back', () => {
    expect(told(run)).toMatch(/room for 4, so it was never full/);
    expect(told(run)).not.toContain('called backpressure');
  });

  test('what was not seen is not told', () => {
    expect(told({ ...run, producerMs: null, consumerMs: null, done: null })).toMatch(/^The producer did not come to its end\.\nAt most 2 items waited/);
  });
});
