import { describe, expect, test } from 'vitest';
import { known } from '../../src/cli/known.js';

describe('a demo that a lesson runs', () => {
  test.each([
    ['pool', ['--workers', '3', '--items', '9']],
    ['pool', ['--workers=3']],
    ['threads', []],
    ['pool', ['--runtime', 'python', '--start-method', 'spawn']],
    ['pool', ['--runtime', 'node']],
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
    ['pool', ['--runtime', 'both'], /'both' is invalid.*node, python/],
    ['pool', ['--runtime', 'python', '--start-method', 'thread'], /'thread' is invalid/],
    ['pool', ['--start-method', 'spawn'], /--start-method is for Python/],
  ])('%s %j cannot, and it is said why', (name, args, wrong) => {
    expect(known.demo(name, args)).toMatchObject({
      wrong: expect.stringMatching(wrong) as string,
      mend: expect.stringMatching(/\bpool\b|--help/) as string,
    });
  });
});

test('the demo that was probably meant is named, if one comes near', () => {
  expect(known.demo('pol', [])).toMatchObject({ mend: 'did you mean `pool`?', meant: 'pool' });
  expect(known.demo('barrier', [])).toMatchObject({ mend: expect.stringMatching(/^take .*pool/) as string, meant: undefined });
});

describe('facts', () => {
  test('of any program are those of every run', () => {
    expect(known.facts(undefined, [])).toContain('hung');
    expect(known.facts(undefined, [])).not.toContain('parentCounter');
  });

  test('of a demo are also its own, its settings, and those of its comparison', () => {
    expect(known.facts('threads', [])).toContain('thread.takes.SIGKILL');
    expect(known.facts('pool', [])).toEqual(expect.arrayContaining(['hung', 'workers', 'measured.one', 'plain.speedup', 'results']));
  });
});

test('a run that kills a worker is not compared, so it has no such facts', () => {
  expect(known.facts('pool', ['--kill', '2'])).not.toContain('measured.one');
});

test('how it was run is a fact of every run', () => {
  expect(known.facts(undefined, [])).toEqual(expect.arrayContaining(['startMethod', 'stdout', 'gil']));
});

test('the file that a demo runs is that of its runtime; with arguments that make no sense there is none', () => {
  expect(known.program('shared-array', ['--runtime', 'python'])).toMatch(/lessons\/python\/shared_array_demo\.py$/);
  expect(known.program('shared-array', [])).toMatch(/dist\/demos\/shared-array\.js$/);
  expect(known.program('shared-array', ['--nonsense'])).toBeUndefined();
  expect(known.program('nonsense', [])).toBeUndefined();
});
