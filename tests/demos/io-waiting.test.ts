import { describe, expect, test } from 'vitest';
import { ioWaiting } from '../../src/demos/catalogue/io-waiting.js';
import { factsOfDemo, hasPython } from './run-demo.js';

describe.each([['node'], ...(hasPython ? [['python']] : [])])('played in %s', (runtime) => {
  test('waits add up one after the other, and overlap with async', () => {
    const facts = factsOfDemo('io-waiting', '--runtime', runtime, '--items', '5', '--delay', '300');
    const { ms } = facts as unknown as { ms: Record<string, number> };
    expect(ms['loop']).toBeGreaterThan(1490);
    expect(ms['async']).toBeLessThan(1200);
    expect(ms['processes']).toBeGreaterThan(299);
    expect(ioWaiting.explain(facts)[0]).toMatch(/^5 waits of 0\.30 s took 1\.\d+ s one after the other; at once they took/);
  }, 70_000);
});

test('what did not come to its end is not compared', () => {
  expect(ioWaiting.explain({ items: 5, delay: 300, deaths: [], ms: { loop: 1500 } })).toEqual(['The program did not come to its end, so its times cannot be compared.']);
});
