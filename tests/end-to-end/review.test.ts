import { describe, expect, test } from 'vitest';
import { answered, type Learner, learner, linesOf, remember, tutor } from './learner.js';
import { openTutor } from './mp-tutor.js';
import { keys } from './terminal.js';

const review = (who: Learner, input: string, args: readonly string[] = []) => tutor(who, ['quiz', '--review', '--plain', ...args], input);

describe('quiz --review', () => {
  test('asks what is due, the longest overdue first, and not what is not', () => {
    const who = learner();
    remember(who, 3, [answered('both', 0)]);
    remember(who, 9, [answered('heap', 0)]);
    remember(who, 0.001, [answered('true', 1)]);
    const { stdout, status } = review(who, '1\n1\n1\n1\n');
    expect(status).toBe(0);
    expect(stdout).toMatch(/Question 1 of 2 \(threads\)\n\nWhat do threads share\?[^]*Question 2 of 2 \(threads\)\n\nWhat has a memory/);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('Nothing is due any more today. The next question comes back tomorrow.');
    expect(linesOf(who).slice(3)).toEqual([
      expect.objectContaining({ kind: 'answer', question: 'heap' }), expect.objectContaining({ kind: 'answer', question: 'both' }),
    ]);
    const again = review(who, '');
    expect(again.status).toBe(0);
    expect(again.stdout).toContain('Nothing is due today. The next question comes back tomorrow.');
  });

  test('has new questions of lessons that were read, and of no others', () => {
    const who = learner();
    expect(review(who, '').stdout.replaceAll(/\s+/g, ' ')).toContain('There is nothing to review yet: questions come here once they were answered, or their lesson was read.');
    remember(who, 1, [{ kind: 'finished', lesson: 'threads' }]);
    expect(review(who, '1\n').stdout).toContain('Question 1 of 4 (threads)');
    expect(review(who, '', ['pool']).stdout).toContain('There is nothing to review yet');
  });

  test('counts a question that was right yesterday as known, and says on which day it comes back', () => {
    const who = learner();
    remember(who, 1, [answered('heap', 1), answered('heap', 1)]);
    expect(review(who, '').stdout).toMatch(/The next question comes back tomorrow/);
    const later = learner();
    remember(later, 3, [answered('heap', 1)]);
    remember(later, 0, [answered('heap', 1)]);
    expect(review(later, '').stdout.replaceAll(/\s+/g, ' ')).toMatch(/comes back in \d+ days, on [A-Z][a-z]+day,? \d+ [A-Z][a-z]+\./);
  });

  test.each([['--seed', '3'], ['--list']])('does not go with %s', (...args) => {
    const { status, stderr } = tutor(learner(), ['quiz', '--review', ...args]);
    expect(status).toBe(2);
    expect(stderr).toContain(`cannot be used with option '--`);
  });

  test.each([80, 50])('goes on pages, in %i columns', async (columns) => {
    const who = learner();
    remember(who, 3, [answered('heap', 0)]);
    const terminal = openTutor(['quiz', '--review', '--lessons', who.course], { columns, env: who.env });
    await terminal.waitFor(/What do threads share\?[^]*Enter answer/);
    terminal.type(`1${keys.enter}`);
    await terminal.waitFor(/Enter next/);
    terminal.type(keys.enter);
    expect((await terminal.exit()).code).toBe(0);
    expect(terminal.transcript().replaceAll(/\s+/g, ' ')).toContain('Nothing is due any more today.');
  });

  test('Ctrl-C leaves with 130', async () => {
    const who = learner();
    remember(who, 3, [answered('heap', 0)]);
    const terminal = openTutor(['quiz', '--review', '--lessons', who.course], { env: who.env });
    await terminal.waitFor(/Enter answer/);
    terminal.type(keys.ctrlC);
    expect((await terminal.exit()).code).toBe(130);
    expect(terminal.cursorVisible).toBe(true);
  });
});

test('progress says what is due, and the way to it', () => {
  const who = learner();
  remember(who, 3, [answered('heap', 0), answered('both', 1)]);
  const { stdout } = tutor(who, ['progress']);
  expect(stdout).toMatch(/threads +[▮▯]{10} 1 of 4 +1 of 2 right/);
  expect(stdout).toContain('2 questions are due for review today.');
  expect(stdout).toMatch(/mp-tutor quiz --review --lessons \S+\s+2 questions due today/);
  expect(JSON.parse(tutor(who, ['progress', '--json']).stdout)).toMatchObject({ questions: { answered: 2, missed: 1, due: 2 } });
});
