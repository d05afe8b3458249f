import { describe, expect, test } from 'vitest';
import { choosing } from '../../src/demos/catalogue/choosing.js';
import { factsOfDemo, hasPython } from './run-demo.js';

const told = (facts: Parameters<typeof choosing.explain>[0]): string => choosing.explain(facts).join('\n');

describe.each([['node'], ...(hasPython ? [['python']] : [])])('played in %s', (runtime) => {
  test('all ways do all jobs, and a crash takes along only what its process had to do', () => {
    const facts = factsOfDemo('choosing', '--runtime', runtime, '--items', '4', '--compute', '1', '--wait', '300', '--data', '0', '--crash', '3');
    expect(facts).toMatchObject({ hung: false, done: { loop: 4, processes: 4, threads: 4, async: 4 }, left: { loop: 2, processes: 3 } });
    const { ms, memory } = facts as unknown as Record<'ms' | 'memory', Record<string, number>>;
    expect(ms['loop']).toBeGreaterThan(1200);
    expect(ms['async']).toBeLessThan(1200);
    expect(memory['processes']).toBeGreaterThan(memory['loop'] ?? Infinity);
    expect(told(facts)).toMatch(/Then job 3 was run into a SIGKILL\. Of 4 results there were: loop 2, processes 3,/);
  }, 70_000);

  test('without a crash there is no second run', () => {
    const facts = factsOfDemo('choosing', '--runtime', runtime, '--items', '2', '--compute', '0', '--wait', '10', '--data', '0', '--crash', '0');
    expect(facts).toMatchObject({ left: { loop: null, async: null } });
    expect(told(facts)).not.toContain('SIGKILL');
    expect(choosing.table?.(facts)[0]).not.toContain('after a crash');
  }, 70_000);
});

describe('told', () => {
  const ways = { loop: 4, processes: 4, threads: 4, async: 4 };
  const run = { items: 4, compute: 0, crash: 9, ms: { loop: 400, processes: 300, threads: 110, async: 100 }, memory: ways, done: ways, left: ways };

  test('times that are close to each other have no winner', () => {
    expect(told(run)).toMatch(/^Shortest were async and threads, with about 0\.10 s; longest took loop/);
    expect(told({ ...run, ms: { ...run.ms, threads: 200 } })).toMatch(/^Shortest was async, with 0\.10 s/);
  });

  test('a job that does not exist cannot crash', () => {
    expect(told(run)).not.toContain('SIGKILL');
    expect(told({ ...run, crash: 4 })).toContain('job 4 was run into a SIGKILL');
  });

  test('ways that somebody killed are not compared', () => {
    expect(told({ ...run, ms: { loop: 400 } })).toMatch(/^The ways were not run to their end/);
    expect(choosing.table?.({ ...run, ms: { loop: 400 } })[2]).toContain('-');
  });

  test('the GIL is named only where there is one', () => {
    const python = { ...run, startMethod: 'fork', compute: 50, wait: 200 };
    expect(told({ ...python, gil: true })).toContain('with the GIL they compute one at a time');
    expect(told({ ...python, gil: false })).not.toContain('GIL');
    expect(told({ ...python, wait: 0, gil: true })).toMatch(/With the GIL, threads and coroutines compute one at a time/);
  });
});
