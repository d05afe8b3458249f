import { describe, expect, test } from 'vitest';
import { deadlock } from '../../src/demos/catalogue/deadlock.js';
import { lock } from '../../src/demos/catalogue/lock.js';
import { race } from '../../src/demos/catalogue/race.js';
import { semaphore } from '../../src/demos/catalogue/semaphore.js';
import { factsOfDemo, hasPython } from './run-demo.js';

const LIMIT_MS = 60_000;
const runtimes = ['node', ...(hasPython ? ['python'] : [])];

describe.each(runtimes)('played in %s', (runtime) => {
  const play = (...args: string[]) => factsOfDemo(...args, '--runtime', runtime);

  test('race: a lock around each access loses additions, one around the whole loses none', () => {
    const args = ['race', '--items', '5', '--delay', '30'];
    const access = play(...args, '--guard', 'access');
    expect(access['lostUpdates']).toBeGreaterThan(0);
    expect(race.explain(access).join('\n')).toMatch(/let go in between/);
    const whole = play(...args, '--guard', 'whole');
    expect(whole).toMatchObject({ total: 10, lostUpdates: 0 });
    expect(race.explain(whole).join('\n')).toMatch(/held from the reading to the writing/);
  }, LIMIT_MS);

  test('lock: with it, nothing is lost, whether it is taken each time or once', () => {
    const facts = play('lock', '--rounds', '20000');
    expect(facts).toMatchObject({ ways: ['no lock', 'lock each', 'lock once'], lost: [expect.any(Number), 0, 0] });
    expect(lock.table?.(facts)).toHaveLength(4);
  }, LIMIT_MS);

  test('semaphore: as many are inside as there are places, and no more', () => {
    const facts = play('semaphore', '--workers', '5', '--places', '3', '--delay', '200');
    expect(facts).toMatchObject({ mostInside: 3 });
    expect(semaphore.explain(facts).join('\n')).toMatch(/5 processes have been inside/);
  }, LIMIT_MS);

  test('deadlock: a ring hangs with one lock each, and the fixed order ends', () => {
    const ring = play('deadlock', '--workers', '3', '--order', 'ring', '--delay', '0');
    expect(ring).toMatchObject({ hung: true, lockAcquisitions: 3 });
    expect(ring['finished'] ?? null).toBeNull();
    expect(deadlock.explain(ring).join('\n')).toMatch(/3 of 3 processes got their first lock, and none its second\.[^]*: a ring\./);
    const fixed = play('deadlock', '--workers', '3', '--order', 'fixed', '--delay', '0');
    expect(fixed).toMatchObject({ hung: false, finished: 3 });
    expect(deadlock.explain(fixed).join('\n')).toMatch(/and 3 both.*\n.*there can be no ring/);
  }, LIMIT_MS);
});

describe('what is said of a run that went otherwise', () => {
  test('race: no loss is luck but under the lock or alone, and a death is not called a race', () => {
    const facts = { additions: 10, total: 10, lostUpdates: 0, guard: 'none', workers: 2, deaths: [] };
    expect(race.explain(facts).join()).toMatch(/luck/);
    expect(race.explain({ ...facts, workers: 1 }).join()).toMatch(/nobody to race with/);
    expect(race.explain({ ...facts, total: 7, lostUpdates: 3, deaths: [{ pid: 7, name: 'adder 1', signal: 'SIGKILL' }] }).join()).toMatch(/had still to add is missing too/);
    expect(race.explain({ deaths: [] }).join()).toMatch(/did not come to count/);
  });

  test('deadlock: what is not known is not said to be a ring', () => {
    const facts = { workers: 2, order: 'ring', output: ['process 1 has its first lock', 'process 1 has both locks'], deaths: [] };
    expect(deadlock.explain(facts).join()).toMatch(/1 both, in the order 1/);
    expect(deadlock.explain(facts).join()).not.toMatch(/a ring/);
  });
});
