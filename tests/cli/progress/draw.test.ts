import { describe, expect, test } from 'vitest';
import { drawProgress, type Progress } from '../../../src/cli/progress/draw.js';
import { statistics } from '../../../src/quiz/index.js';
import { width } from '../../../src/terminal/index.js';
import { courseState } from '../../../src/cli/tutor/next-lesson.js';
import { courseOf, stateOf } from '../lessons.js';

const course = courseOf(['process', 'pool', 'queue']);
const moment = { now: 0, today: { begins: 0, ends: 1 }, withdrawn: new Set<string>() };
const session = { course, prefix: 'npx ', suffix: '' };

function text(state = stateOf({}), more: Partial<Progress> = {}, columns = 80): string {
  const progress: Progress = {
    ...statistics(course, courseState(course, state), moment),
    comesBack: [],
    withdrawn: [],
    journal: { file: '/state/journal.jsonl', damagedLines: [] },
    ...more,
  };
  const can = { terminal: true, colour: 0, unicode: true, columns, rows: 24, animated: true } as const;
  return drawProgress(progress, session, state, can).join('\n');
}

describe('progress', () => {
  test('says which keys runs have refuted', () => {
    const said = (withdrawn: string[]) => text(stateOf({}), { withdrawn }).replaceAll(/\s+/g, ' ');
    expect(said(['pool-1'])).toContain('One question is not asked, nor its answers counted: a run on this machine refutes its key (pool-1).');
    expect(said(['pool-1', 'pool-2'])).toContain('2 questions are not asked, nor their answers counted: runs on this machine refute their keys (pool-1, pool-2).');
    expect(said([])).not.toContain('refute');
  });

  test('without any says what to do first', () => {
    expect(text()).toContain('Nothing has been read or answered yet.');
    expect(text()).toMatch(/npx mp-tutor learn +go on: What is process\?/);
  });

  test('names the lesson in which the learner is, and how many are read', () => {
    const shown = text(stateOf({ process: { finishedAt: 3, page: 7 }, pool: { page: 2, of: 8, at: 4 } }));
    expect(shown).toMatch(/▮▮▮▯▯▯▯▯▯▯ {2}1 of 3 lessons read/);
    expect(shown).toContain('At page 3 of 8: What is pool?');
  });

  test('says in words what is weak, and which commands help', () => {
    const topics = [{ topic: 'pool', questions: 4, answered: 3, right: 1, known: 0.94, weak: true }];
    const questions = { of: 4, answered: 3, right: 1, missed: 2, due: 2, nextDue: null };
    const comesBack = ['Are five started?', 'Why?', 'Which?', 'When?'].map((asks, index) => ({ id: `${index}`, topic: 'pool', asks }));
    const shown = text(stateOf({}), { topics, questions, comesBack });
    expect(shown).toMatch(/pool +▮▮▯▯▯▯▯▯▯▯ 1 of 4 +1 of 3 right: weak/);
    expect(shown).toContain('4 questions that you missed or guessed come back, among them:\n   Are five started?\n   Why?\n   Which?\n\n');
    expect(shown).toMatch(/npx mp-tutor learn pool +weak: pool/);
    expect(shown).toMatch(/npx mp-tutor quiz pool +practise pool/);
    expect(shown).toContain('2 questions are due for review today.');
    expect(shown).toMatch(/npx mp-tutor quiz --review +2 questions due today/);
  });

  test('names the journal and its damaged lines', () => {
    const shown = text(stateOf({}), { journal: { file: '/state/\u001b[2Jjournal.jsonl', damagedLines: [3, 7] } });
    expect(shown).toContain('Kept in /state/journal.jsonl');
    expect(shown).toContain('Damaged lines in it: 3, 7. They are set aside; nothing was overwritten.');
  });

  test('fits 50 columns', () => {
    const comesBack = [{ id: 'a-long-question-id', topic: 'pool', asks: 'A very long question, '.repeat(9) }];
    const shown = text(stateOf({ pool: { page: 2, of: 8 } }), { comesBack }, 50);
    expect(shown.split('\n').filter((line) => width(line) > 50)).toEqual([]);
  });
});
