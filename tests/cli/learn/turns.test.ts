import { describe, expect, test } from 'vitest';
import { pageBefore, resumeAt, turnsOf } from '../../../src/cli/learn/turns.js';
import { lessonOf, type Parts } from '../lessons.js';

const RUN_WITH_TEXT = 'Watch closely.\n\n```sh run\nmp-tutor demo pool\n```';

function kinds(parts: Parts, questions = 2): string[] {
  const lesson = lessonOf(parts);
  return turnsOf(lesson, lesson.questions.slice(0, questions)).map(({ kind }) => kind);
}

describe('the pages of a lesson', () => {
  test('go from the question over prediction, run and answer to the questions', () => {
    expect(kinds({ more: '## How it works\n\nSo.\n\n' })).toEqual([
      'opening', 'prediction', 'comparison', 'answer', 'more', 'your-turn', 'quiz', 'quiz', 'end',
    ]);
  });

  test('have one before the run if the lesson says something there, or nothing is predicted', () => {
    expect(kinds({ run: RUN_WITH_TEXT }).slice(0, 4)).toEqual(['opening', 'prediction', 'run', 'comparison']);
    expect(kinds({ predict: '' }).slice(0, 4)).toEqual(['opening', 'run', 'comparison', 'answer']);
  });

  test('are few where a lesson has little', () => {
    expect(kinds({ run: '', questions: 0 })).toEqual(['opening', 'answer', 'your-turn', 'end']);
  });
});

describe('where a lesson is gone on with', () => {
  const turns = turnsOf(lessonOf(), lessonOf().questions);
  const at = (page: number) => resumeAt(turns, { page, of: turns.length, finishedAt: undefined, expects: undefined, predicted: undefined, at: 0 });

  test('is the page where it was left', () => {
    expect(at(1)).toBe(1);
    expect(at(3)).toBe(3);
  });

  test('is the prediction, if it was left at what the run showed: that was not kept', () => {
    expect(turns[2]?.kind).toBe('comparison');
    expect(at(2)).toBe(1);
  });

  test('is the first of its questions, if it was left at a later one: they are picked anew', () => {
    const quiz = turns.flatMap(({ kind }, page) => (kind === 'quiz' ? [page] : []));
    expect(quiz).toHaveLength(2);
    expect(quiz.map(at)).toEqual([quiz[0], quiz[0]]);
  });

  test('is the beginning, if it was never begun or was read to its end', () => {
    expect(resumeAt(turns, undefined)).toBe(0);
    expect(at(turns.length - 1)).toBe(0);
  });

  test('is the beginning, if it has become shorter than that page', () => {
    expect(at(50)).toBe(0);
  });
});

test('back goes past what a run showed when there was none', () => {
  const turns = turnsOf(lessonOf(), []);
  expect(pageBefore(turns, 3, true)).toBe(2);
  expect(pageBefore(turns, 3, false)).toBe(1);
  expect(pageBefore(turns, 0, false)).toBe(0);
});
