import { describe, expect, test } from 'vitest';
import { known } from '../../src/cli/known.js';

describe('a demo that a lesson runs', () => {
  test.each([
    ['pool', ['--workers', '3', '--items', '9']],
    ['pool', ['--workers=3']],
    ['threads', []],
  ])('%s %j can be run', (name, args) => {
    expect(known.demo(name, args)).toBeUndefined();
  });

  test.each([
    ['pol', [], /there is no demo "pol"/],
    ['pool', ['--workers', '99'], /'99' is invalid.*whole number from 1 to/],
    ['pool', ['--wrokers', '3'], /unknown option '--wrokers'/],
    ['spawn', ['--workers', '3'], /spawn starts one process for each item/],
    ['pool', ['--kill', '9', '--items', '3'], /would never happen/],
    ['pool', ['three'], /too many arguments/],
  ])('%s %j cannot, and it is said why', (name, args, wrong) => {
    expect(known.demo(name, args)).toMatchObject({
      wrong: expect.stringMatching(wrong) as string,
      mend: expect.stringMatching(/\bpool\b|--help/) as string,
    });
  });
});

test('the demo that was probably meant is named, if one comes near', () => {
  expect(known.demo('pol', [])).toMatchObject({ mend: 'did you mean `pool`?', meant: 'pool' });
  expect(known.demo('semaphore', [])).toMatchObject({ mend: expect.stringMatching(/^take .*pool/) as string, meant: undefined });
});

describe('facts', () => {
  test('of any program are those of every run', () => {
    expect(known.facts(undefined)).toContain('hung');
    expect(known.facts(undefined)).not.toContain('parentCounter');
  });

  test('of a demo are also its own, its settings, and those of its comparison', () => {
    expect(known.facts('threads')).toContain('thread.takes.SIGKILL');
    expect(known.facts('pool')).toEqual(expect.arrayContaining(['hung', 'workers', 'measured.one', 'plain.speedup', 'results']));
  });
});
