import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/cli/exit.js';
import { questionsOn, selectQuestions } from '../../../src/cli/quiz/select.js';
import type { QuestionState } from '../../../src/progress/state.js';
import { courseOf } from '../lessons.js';

const course = { ...courseOf(['process', 'pool', 'queue']), topics: ['pool', 'process', 'queue'] };
const all = questionsOn(course, undefined);

function select(seed: number, repeats: boolean, history: ReadonlyMap<string, QuestionState> = new Map()) {
  return selectQuestions(all, history, { count: 4, topics: course.topics, seed, repeats });
}

describe('the questions of a quiz', () => {
  test('are those of a topic, of a lesson, or all', () => {
    expect(all).toHaveLength(6);
    expect(questionsOn(course, 'pool').map(({ id }) => id)).toEqual(['pool-1', 'pool-2']);
    const lessons = course.lessons.map((lesson) => (
      { ...lesson, questions: lesson.questions.map((question) => ({ ...question, topic: 'basics' })) }
    ));
    const onLesson = questionsOn({ ...course, lessons, topics: ['basics'] }, 'process');
    expect(onLesson.map(({ id }) => id)).toEqual(['process-1', 'process-2']);
  });

  test('of an unknown topic are refused with the nearest, or with all', () => {
    const refusal = new UsageError('there is no topic or lesson "pol". Did you mean pool?');
    expect(() => questionsOn(course, 'pol')).toThrow(refusal);
    expect(() => questionsOn(course, 'semaphores')).toThrow('There are pool, process, queue.');
    const longer = { ...course, topics: ['processes-and-threads', 'pool'] };
    expect(() => questionsOn(longer, 'threads')).toThrow('Did you mean processes-and-threads?');
  });
});

describe('a selection', () => {
  const missed = new Map([['queue-2', { topic: 'queue', answers: [{ at: 1, right: 0, guessed: false }] }]]);

  test('is the same for the same seed, whatever was answered before', () => {
    expect(select(7, true, missed)).toEqual(select(7, true));
    expect(select(7, true).seed).toBe(7);
    expect(select(8, true)).not.toEqual(select(7, true));
  });

  test('begins with what was missed, and then cannot be had again by its seed', () => {
    const { questions, seed } = select(7, false, missed);
    expect(questions[0]?.question.id).toBe('queue-2');
    expect(seed).toBeUndefined();
  });

  test('without any history can be had again by its seed', () => {
    expect(select(7, false)).toEqual(select(7, true));
  });
});
