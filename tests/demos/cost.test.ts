import { describe, expect, test } from 'vitest';
import { amdahl } from '../../src/demos/catalogue/amdahl.js';
import { copyingCost } from '../../src/demos/catalogue/copying-cost.js';
import { falseSharing } from '../../src/demos/catalogue/false-sharing.js';
import { factsOfDemo, hasPython } from './run-demo.js';

describe.each([['node'], ...(hasPython ? [['python']] : [])])('played in %s', (runtime) => {
  const play = (name: string, ...more: string[]) => factsOfDemo(name, '--runtime', runtime, ...more);

  test('what waits is as fast as the law allows, and no faster', () => {
    const speedUp = (alone: number) => {
      const facts = play('amdahl', '--kind', 'waits', '--workers', '4', '--delay', '1200', '--alone', String(alone));
      const [one = 0, , four = 0] = facts['tookMs'] as number[];
      expect(facts['counts']).toEqual([1, 2, 4]);
      return one / four;
    };
    expect(speedUp(50)).toBeLessThan(1.7); // by the law 1.6
    expect(speedUp(0)).toBeGreaterThan(2.2); // by the law 4
  }, 130_000);

  test('sharing costs less than a fifth of a copy', () => {
    const facts = play('copying-cost', '--megabytes', '16', '--rounds', '5');
    const [copy = 0, , share = 0] = facts['tookMs'] as number[];
    expect(share).toBeLessThan(copy / 5);
    expect(copyingCost.explain(facts).join('\n')).toMatch(runtime === 'node' ? /After "transfer" the sender had no byte left/ : /only the name is sent/);
  }, 70_000);
});

test('false sharing does not measure how long the threads take to load', () => {
  const near = Array.from({ length: 3 }, () => Number(factsOfDemo('false-sharing', '--steps', '1000', '--rounds', '1')['nearMs']));
  expect(Math.min(...near)).toBeLessThan(8);
}, 70_000);

test('false sharing measures both, and tells their ratio', () => {
  const facts = factsOfDemo('false-sharing', '--steps', '100000', '--rounds', '3');
  expect(facts['nearMs']).toBeGreaterThan(0);
  expect(facts['farMs']).toBeGreaterThan(0);
  expect(falseSharing.explain(facts)[0]).toMatch(/side by side the threads took .* times as long/);
}, 70_000);

test('a small difference is not explained by the cache', () => {
  expect(falseSharing.explain({ nearMs: 50, farMs: 49, bytes: 256 }).join(' ')).toMatch(/1\.02 times as long\. In this run neighbours were not clearly slower/);
  expect(falseSharing.explain({ nearMs: 100, farMs: 49, bytes: 256 }).join(' ')).toMatch(/goes to and fro/);
});

test('of a run that was cut off early, nothing is told that was not seen', () => {
  expect(amdahl.explain({ alone: 25, deaths: [], counts: [1], tookMs: [1200] })[0]).toBe('The run ended before two numbers of processes could be compared.');
  expect(copyingCost.explain({ deaths: [] })).toEqual(['The run ended before two ways had been measured.']);
  expect(falseSharing.explain({ bytes: 256 })).toEqual(['The run ended before both had been measured.']);
});
