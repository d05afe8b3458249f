import { describe, expect, test } from 'vitest';
import { gilAndEventLoop } from '../../src/demos/catalogue/gil-and-event-loop.js';
import { factsOfDemo, hasPython } from './run-demo.js';

type Figures = { readonly [way: string]: number };

describe.each([['node'], ...(hasPython ? [['python']] : [])])('played in %s', (runtime) => {
  test('what computes on the thread of the event loop keeps its timer waiting, and in a process it does not', () => {
    const facts = factsOfDemo('gil-and-event-loop', '--runtime', runtime, '--compute', '500');
    const { ms, gap } = facts as unknown as { ms: Figures; gap: Figures };
    expect(gap['async']).toBeGreaterThan(0.9 * (ms['async'] ?? 0));
    expect(gap['processes']).toBeLessThan(0.7 * (gap['async'] ?? 0));
    expect(gilAndEventLoop.explain(facts)[0]).toMatch(/^Two with async took [\d.]+ m?s, [\d.]+ times as long as one alone: they have one thread/);
  }, 60_000);
});

test.runIf(hasPython)('of threads of Python, what they do before the clock is looked at is not lost, however short it is', () => {
  const shares = Array.from({ length: 5 }, () => {
    const { ms } = factsOfDemo('gil-and-event-loop', '--runtime', 'python', '--compute', '20') as unknown as { ms: Figures };
    return (ms['threads'] ?? 0) / (ms['async'] ?? 0);
  });
  expect(Math.min(...shares)).toBeGreaterThan(0.4);
}, 60_000);

const facts = { deaths: [], ms: { one: 600, async: 1200, threads: 1210, processes: 650 }, gap: { one: 600, async: 1200, threads: 15, processes: 12 } };

test('the GIL is named only where there is one', () => {
  expect(gilAndEventLoop.explain(facts).join('\n')).not.toMatch(/GIL/);
  expect(gilAndEventLoop.explain({ ...facts, startMethod: 'fork', gil: true })[1]).toMatch(/took 1\.21 s, 2\.0 times as long as one alone\. The GIL lets one thread/);
  expect(gilAndEventLoop.explain({ ...facts, startMethod: 'fork', gil: false })[1]).toMatch(/has no GIL/);
});

test('what did not come to its end is not compared', () => {
  expect(gilAndEventLoop.explain({ ...facts, ms: { one: 600 } })).toEqual(['The program did not come to its end, so its ways cannot be compared.']);
});
