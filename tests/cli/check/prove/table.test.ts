import { describe, expect, test } from 'vitest';
import { rowOfClaim, rowsOf } from '../../../../src/cli/check/prove/row.js';
import { skippedLines, unprovedLines } from '../../../../src/cli/check/prove/summary.js';
import { verdictTable } from '../../../../src/cli/check/prove/table.js';
import { countQuestions, countVerdicts, duration } from '../../../../src/cli/check/prove/words.js';
import { paint, width } from '../../../../src/terminal/index.js';
import { claimWith, questionWith, verdictOf } from './course.js';

const plain = paint(0);
const long = { ...claimWith('pool', 'long'), text: 'At most as many processes as there are workers do the work, however many tasks there may be.' };
const verdicts = [
  verdictOf(long, 'holds'), verdictOf(claimWith('pool', 'b'), 'proves nothing', 'holds in its contrast too'), verdictOf(claimWith('queue', 'c'), 'skipped', 'it needs 4 cores'),
];
const rows = rowsOf(verdicts, []);

describe('the table', () => {
  test.each([80, 64, 63, 50, 30])('fits %d columns, and has every word', (columns) => {
    const lines = verdictTable(rows, columns, plain);
    expect(lines.filter((line) => width(line) > columns)).toEqual([]);
    const words = lines.join(' ').split(/\s+/);
    for (const word of [...long.text.split(' '), 'proves', 'nothing', 'skipped', 'always', 'pool', 'queue']) {
      expect(words.map((each) => each.replace(/[,:]$/, ''))).toContain(word.replace(/,$/, ''));
    }
  });

  test('has a row for each claim, below its lesson', () => {
    expect(verdictTable(rows.slice(1), 64, plain)).toEqual([
      '  claim                          kind       runs  verdict',
      'pool',
      '  It is pool#b.                  always        0  proves nothing',
      'queue',
      '  It is queue#c.                 always        0  skipped',
    ]);
  });
});

test('those that are not proved are named with their places and reasons, skipped ones by their reasons', () => {
  expect(unprovedLines(rows, ({ id }) => `a.md:1  ${id}`, 80, plain)).toEqual([
    '', 'Not proved', '  It is pool#b.', '    a.md:1  pool#b', '    proves nothing: holds in its contrast too',
  ]);
  expect(skippedLines([...rows, rowOfClaim(verdictOf(claimWith('a', 'd'), 'skipped', 'it needs 4 cores'))], 80, plain)).toEqual([
    '', 'Skipped on this machine', '  queue#c, a#d: it needs 4 cores',
  ]);
  expect(unprovedLines(rows.slice(0, 1), () => '', 80, plain)).toEqual([]);
  expect(skippedLines(rows.slice(0, 1), 80, plain)).toEqual([]);
});

test('where many claims are skipped for one reason, it is told once, with their number', () => {
  const many = Array.from({ length: 107 }, (_, index) => verdictOf(claimWith('a', `${index}`), 'skipped', 'it needs Python 3.8 or later, and there is none here'));
  expect(skippedLines(rowsOf(many, []), 80, plain).slice(2)).toEqual(['  107 claims: it needs Python 3.8 or later, and there is none here']);
});

test('verdicts are counted in words', () => {
  expect(countVerdicts(verdicts, 'claim')).toBe('3 claims: 1 holds, 1 proves nothing, 1 skipped');
  expect(countVerdicts([], 'claim')).toBe('0 claims: 0 hold');
});

test('a question is proved when all its claims hold, and counts as skipped when one is', () => {
  const questions = [
    questionWith('a', ['pool#long']), questionWith('b', ['pool#long', 'queue#c']), questionWith('c', ['pool#long', 'pool#b']),
    questionWith('d', ['elsewhere#a']), questionWith('e', [], true), questionWith('f', []),
  ];
  expect(countQuestions(questions, verdicts, false)).toBe('6 questions: 1 proved, 1 skipped, 2 not proved, 1 definition, 1 without a proof');
  expect(countQuestions(questions.slice(0, 1), verdicts, false)).toBe('1 question: 1 proved, 0 definitions, 0 without a proof');
});

test('of a lesson alone, questions that claims of other lessons prove are not said to be without success', () => {
  const questions = [
    questionWith('a', ['elsewhere#a']), questionWith('b', ['elsewhere#a', 'pool#long']), questionWith('c', ['elsewhere#a', 'pool#b']),
    // Its own claim, which cannot be read.
    questionWith('d', ['a#broken']),
  ];
  expect(countQuestions(questions, verdicts, true)).toBe('4 questions: 0 proved, 2 not proved, 2 with a proof in another lesson, which was not run, 0 definitions, 0 without a proof');
});

test('durations have minutes only when there are some', () => {
  expect([340, 59_400, 59_600, 192_000].map(duration)).toEqual(['0.3 s', '59.4 s', '1 min 0 s', '3 min 12 s']);
});
