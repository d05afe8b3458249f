import { describe, expect, test } from 'vitest';
import { crash } from '../../src/demos/catalogue/crash.js';
import { exceptions } from '../../src/demos/catalogue/exceptions.js';
import { factsOfDemo, hasPython } from './run-demo.js';

describe.each([['node'], ...(hasPython ? [['python']] : [])])('played in %s', (runtime) => {
  const play = (name: string, ...more: string[]) => factsOfDemo(name, '--runtime', runtime, '--delay', '20', ...more);

  test('map gives no result when one task fails, and the workers live', () => {
    const facts = play('exceptions');
    expect(facts).toMatchObject({ results: 0, sameWorkers: true, hung: false });
    expect(facts['error']).toBe(runtime === 'node' ? 'RangeError' : 'ValueError');
    expect(exceptions.explain(facts).join('\n')).toMatch(/was raised in the parent[^]*it has 0 of 8/);
  }, 70_000);

  test.each(['imap', 'inside'])('with %s the other seven are there', (way) => {
    const facts = play('exceptions', '--way', way);
    expect(facts).toMatchObject({ results: 7, error: 'none', deaths: [] });
    expect(exceptions.explain(facts).join('\n')).toMatch(/7 of 8 results/);
  }, 70_000);

  test('what was not handed over when it broke is lost too', () => {
    for (let time = 0; time < 5; time++) {
      expect(play('crash', '--items', '40', '--kill', '1', '--workers', '1', '--delay', '0')).toMatchObject({ results: 0, hung: false });
    }
  }, 70_000);

  test('nobody notices: it hangs after one death', () => {
    const facts = play('crash', '--notices', 'nobody');
    expect(facts).toMatchObject({ hung: true });
    expect(facts['deaths']).toHaveLength(1);
    expect(crash.explain(facts).join('\n')).toMatch(/never came to count[^]*it hung/);
  }, 70_000);

  test('everybody notices: an error, and results of others are lost', () => {
    const facts = play('crash', '--notices', 'everybody');
    expect(facts['error']).toBe(runtime === 'node' ? 'WorkerDiedError' : 'BrokenProcessPool');
    expect(facts['results']).toBeLessThan(5);
  }, 70_000);

  test('tried again: all but the poison job is done', () => {
    expect(play('crash', '--notices', 'retry')).toMatchObject({ results: 5, hung: false });
  }, 70_000);

  test('no crash, no loss', () => {
    expect(play('crash', '--notices', 'nobody', '--kill', '0', '--items', '4')).toMatchObject({ results: 4, error: 'none', hung: false });
  }, 70_000);
});

test('a hang is expected only where nobody notices a crash', () => {
  const hangs = (values: object) => crash.hangs?.({ kill: 3, items: 6, notices: 'nobody', ...values }, 'node');
  expect([hangs({}), hangs({ kill: 0 }), hangs({ items: 2 }), hangs({ notices: 'retry' })]).toEqual([true, false, false, false]);
});

test('of a run that was cut off early, nothing is told that was not seen', () => {
  expect(crash.explain({ deaths: [] })).toEqual(['No worker was seen to die.', 'The parent never came to count its results.']);
  expect(exceptions.explain({ deaths: [] })).toEqual(['The run ended before the parent had told what it got.']);
});
