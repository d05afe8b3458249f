import { describe, expect, test } from 'vitest';
import { eof } from '../../src/demos/catalogue/eof.js';
import { factsOfDemo, hasPython } from './run-demo.js';

const told = (facts: Parameters<typeof eof.explain>[0]): string => eof.explain(facts).join('\n');
const play = (...args: string[]) => factsOfDemo('eof', '--items', '2', '--delay', '10', ...args);

describe('played in Node', () => {
  test.each([
    { close: 'before', hung: false, eofs: 1 },
    { close: 'after', hung: false, eofs: 1 },
    { close: 'never', hung: true, eofs: 0 },
  ])('$close: hung is $hung', ({ close, hung, eofs }) => {
    const facts = play('--close', close);
    expect(facts).toMatchObject({ close, hung, eofs, recvs: 2 });
    expect(told(facts)).toMatch(hung ? /The parent never closed its own\.\n.*it hung/ : /saw the end of file when the copy of the sender was closed/);
  }, 70_000);
});

describe.skipIf(!hasPython)('played in Python', () => {
  test.each([
    { close: 'before', method: 'fork', hung: false },
    { close: 'after', method: 'fork', hung: true },
    { close: 'after', method: 'spawn', hung: false },
    { close: 'never', method: 'spawn', hung: true },
  ])('$close with $method: hung is $hung', ({ close, method, hung }) => {
    const facts = play('--runtime', 'python', '--start-method', method, '--close', close);
    expect(facts).toMatchObject({ close, hung, eofs: hung ? 0 : 1, recvs: 2 });
    expect(told(facts).includes('it waits for itself')).toBe(close === 'after' && hung);
  }, 70_000);
});

describe('told', () => {
  const run = { close: 'before', sends: 1, recvs: 1, eofs: 0, deaths: [], hung: false };

  test('a receiver that was killed saw no end, and nobody is said to have had a copy', () => {
    expect(told(run)).toMatch(/saw no end of file\.$/);
  });

  test('what is not known of the pipe is not made up', () => {
    expect(told({ close: 'before', deaths: [], hung: false })).toContain('What went through the pipe is not known.');
  });
});
