import { describe, expect, it } from 'vitest';
import { pickOpener } from '../../src/quiz/index.js';
import { history, question } from './questions.js';

const DAY = 24 * 60 * 60 * 1000;
const now = 100 * DAY;

const questions = ['first', 'second', 'third'].map((id) => question(id));

describe('pickOpener', () => {
  it('takes what is most likely forgotten: what was missed, then what was answered longest ago', () => {
    const missed = history({ first: [{ at: now - DAY }], second: [{ at: now - DAY, right: 0 }], third: [{ at: now - DAY }] });
    expect(pickOpener(questions, missed, now)?.id).toBe('second');
    const old = history({ first: [{ at: now - DAY }], second: [{ at: now - 2 * DAY }], third: [{ at: now - 9 * DAY }] });
    expect(pickOpener(questions, old, now)?.id).toBe('third');
  });

  it('takes the first when none was asked, and none when there is none', () => {
    expect(pickOpener(questions, history({}), now)?.id).toBe('first');
    expect(pickOpener([], history({}), now)).toBeUndefined();
  });

  it('asks for a written answer only where there is nothing else', () => {
    const { choices, ordered, ...rest } = question('written');
    const written = { ...rest, kind: 'explain' as const, model: [] };
    const answers = history({ written: [{ at: 1, right: 0 }] });
    expect(choices.length > 0 && !ordered).toBe(true);
    expect(pickOpener([written, ...questions], answers, now)?.id).toBe('first');
    expect(pickOpener([written], answers, now)?.id).toBe('written');
  });
});
