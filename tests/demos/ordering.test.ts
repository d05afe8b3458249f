import { describe, expect, test } from 'vitest';
import { ordering } from '../../src/demos/catalogue/ordering.js';
import { factsOfDemo, hasPython } from './run-demo.js';

const told = (facts: Parameters<typeof ordering.explain>[0]): string => ordering.explain(facts).join('\n');

describe('played', () => {
  test.each([['node'], ...(hasPython ? [['python']] : [])])('in %s, pauses put the lines out of order, and map puts the results in order', (runtime) => {
    const facts = factsOfDemo('ordering', '--runtime', runtime, '--rounds', '2', '--workers', '3', '--delay', '400');
    expect(facts).toMatchObject({ mapped: [1, 2, 3], deaths: [] });
    expect(facts['output']).toHaveLength(runtime === 'node' ? 9 : 10);
    expect(told(facts)).toMatch(/In 2 rounds [^]*map gave 1, 2 and 3, in the order of the items/);
  }, 70_000);
});

describe('told', () => {
  const output = ['round 1: process 1', 'round 1: process 2', 'round 2: process 2', 'round 2: process 1', 'round 3: process 2', 'round 3: process 1'];
  const run = { workers: 2, rounds: 2, delay: 10, deaths: [], output, mapped: [1, 2] };

  test('orders are counted by what was printed, and the round of the pool is none of them', () => {
    expect(told(run)).toMatch(/In 2 rounds [^]*came in 2 orders: 1 2; 2 1\. They were in the order of starting in 1 of 2\./);
    expect(told(run)).toContain('its tasks printed 2 and 1, and map gave 1 and 2');
  });

  test('a round in which a line is missing is not counted', () => {
    expect(told({ ...run, output: output.slice(0, 3), mapped: null })).toMatch(/In 1 round [^]*came in 1 order: 1 2\./);
    expect(told({ ...run, output: [], mapped: null })).toMatch(/No round was completed/);
  });

  test('pauses are named only where there were some', () => {
    expect(told(run)).toContain('It depends on the pauses');
    expect(told({ ...run, delay: 0 })).not.toContain('pauses');
  });
});
