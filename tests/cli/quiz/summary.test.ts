import { describe, expect, test } from 'vitest';
import { type Finish, summary } from '../../../src/cli/quiz/summary.js';
import { type Capabilities, width } from '../../../src/terminal/index.js';
import { courseOf } from '../lessons.js';

const misconceptions = new Map([['a-heap-each', 'Each thread has a heap']]);
const course = { ...courseOf(['process', 'pool']), misconceptions };
const [first, second] = course.lessons;
const can: Capabilities = { terminal: true, colour: 0, unicode: true, columns: 80, rows: 24, animated: true };

function finish(rights: readonly number[], rest: Partial<Finish> = {}): Finish {
  const questions = [...(first?.questions ?? []), ...(second?.questions ?? [])];
  const results = rights.flatMap((right, index) => {
    const question = questions[index];
    return question ? [{ question, right, guessed: false, misconceptions: right === 0 ? ['a-heap-each'] : [] }] : [];
  });
  const history = new Map(results.map(({ question, right }) => (
    [question.id, { topic: question.topic, answers: [{ at: 1, right, guessed: false }] }]
  )));
  return { course, results, of: rights.length, history, withdrawn: new Set(), again: undefined, prefix: 'npx ', suffix: '', ...rest };
}

function text(given: Finish, capabilities = can): string {
  return summary(given, capabilities).join('\n');
}

describe('the end of a quiz', () => {
  test('has the score, the topics in figures, what to read again, what was believed and what comes back', () => {
    const shown = text(finish([1, 1, 0, 0.5], { again: 'npx mp-tutor quiz --seed 3' }));
    expect(shown).toContain(' 2.5 of 4 right.');
    expect(shown).toMatch(/process +2 of 2/);
    expect(shown).toMatch(/pool +0\.5 of 2/);
    expect(shown).toMatch(/npx mp-tutor learn pool +read again: What is pool\?/);
    expect(shown).not.toContain('learn process');
    expect(shown).toContain('· Each thread has a heap');
    expect(shown).toContain('Next time 2 questions that you missed or guessed come first.');
    expect(shown).toMatch(/npx mp-tutor quiz --seed 3 +the same questions again/);
  });

  test('says when one left, and when nothing was answered', () => {
    expect(text(finish([1], { of: 10 }))).toContain('1 of 1 right. You left before the end: there were 10 questions.');
    expect(text(finish([]))).toBe(' No question was answered, so there is no score.');
  });

  test('says when nothing waits to come back', () => {
    expect(text(finish([1, 1]))).toContain('None waits to come back: next time there are new questions.');
    expect(text(finish([1, 1, 1, 1]))).toContain('You have answered all questions of the course');
  });

  test('leaves out what a run refuted, and says so', () => {
    const withdrawn = new Set(['process-1', 'pool-1']);
    const shown = text(finish([1, 1, 0, 0], { withdrawn }));
    expect(shown).toContain(' 1 of 2 right.\n');
    expect(shown.replaceAll(/\s+/g, ' ')).toContain('2 answers are not counted, right or wrong: runs on this machine refute their keys.');
    expect(text(finish([1], { withdrawn: new Set(['process-1']) }))).toMatch(/^ No answer counts\.\n\n One answer is not counted/);
    expect(text(finish([1, 1], { withdrawn, of: 10 }))).toContain('1 of 1 right. You left before the end: there were 10 questions.');
  });

  test('fits 50 columns', () => {
    const lines = summary(finish([0, 0, 0, 0]), { ...can, columns: 50 });
    expect(lines.filter((line) => width(line) > 50)).toEqual([]);
  });
});
