import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/course/lesson.js';
import { dueQuestions, type PickOptions, pickForLesson, pickQuestions, seededRandom } from '../../src/quiz/index.js';
import { history, ids, question } from './questions.js';

const TOPICS = ['processes-and-threads', 'pool', 'queue'];
const none = history({});

const options = (more: Partial<PickOptions> = {}): PickOptions => (
  { count: 10, topics: TOPICS, random: seededRandom(1), useHistory: true, ...more }
);

/** Questions of these lessons, named as in `pool 2`. */
const bank = (counts: Readonly<Record<string, number>>, topic = 'pool'): Question[] =>
  Object.entries(counts).flatMap(([lesson, count]) => (
    Array.from({ length: count }, (_, index) => question(`${lesson} ${index}`, { lesson, topic }))
  ));

describe('pickQuestions', () => {
  it('begins with what was missed or guessed, then new ones, then what is known', () => {
    const questions = ['known', 'new', 'guessed', 'missed', 'half'].map((id) => question(id));
    const answers = history({
      known: [{ right: 0, at: 1 }, { at: 2 }],
      guessed: [{ at: 3 }, { at: 5, guessed: true }],
      missed: [{ at: 3 }, { at: 4, right: 0 }],
      half: [{ at: 6, right: 0.5 }],
    });
    expect(ids(pickQuestions(questions, answers, options()))).toEqual(['missed', 'guessed', 'half', 'new', 'known']);
    expect(ids(dueQuestions(questions, answers))).toEqual(['guessed', 'missed', 'half']);
  });

  it('lets no missed question wait for ever, even if others are missed again and again', () => {
    const questions = bank({ pool: 5 });
    let answers = history(Object.fromEntries(questions.map(({ id }, index) => [id, [{ right: 0, at: index + 1 }]])));
    const asked = new Set<string>();
    for (let at = 10; at < 13; at += 1) {
      const picked = ids(pickQuestions(questions, answers, options({ count: 2 })));
      picked.forEach((id) => asked.add(id));
      answers = new Map([...answers, ...history(Object.fromEntries(picked.map((id) => [id, [{ right: 0, at }]])))]);
    }
    expect(asked.size).toBe(5);
  });

  it('asks what is known longest ago first', () => {
    const questions = ['yesterday', 'last year', 'last week'].map((id) => question(id));
    const answers = history({ yesterday: [{ at: 300 }], 'last year': [{ at: 100 }], 'last week': [{ at: 200 }] });
    expect(ids(pickQuestions(questions, answers, options()))).toEqual(['last year', 'last week', 'yesterday']);
  });

  it('takes new questions topic by topic, those of unknown topics last', () => {
    const questions = ['mystery', ...TOPICS.toReversed()].flatMap((topic) => bank({ [topic]: 2 }, topic));
    const topics = pickQuestions(questions, none, options()).map(({ topic }) => topic);
    expect(topics).toEqual([...TOPICS, 'mystery'].flatMap((topic) => [topic, topic]));
  });

  it('fills a short quiz with the first topic', () => {
    const questions = [...bank({ pool: 5 }), ...bank({ difference: 8 }, 'processes-and-threads')];
    const picked = pickQuestions(questions, none, options({ count: 6 }));
    expect(picked.map(({ topic }) => topic)).toEqual(Array(6).fill('processes-and-threads'));
  });

  it('lets the lessons of a topic take turns', () => {
    const questions = bank({ large: 20, small: 2, middle: 4 });
    const lessons = pickQuestions(questions, none, options({ count: 8 })).map(({ lesson }) => lesson);
    expect([lessons.slice(0, 3), lessons.slice(3, 6), lessons.slice(6, 8)].map((round) => round.toSorted())).toEqual([
      ['large', 'middle', 'small'], ['large', 'middle', 'small'], ['large', 'middle'],
    ]);
  });

  it('leaves to chance what nothing decides', () => {
    const questions = bank({ pool: 4 });
    const firsts = Array.from({ length: 100 }, (_, seed) => (
      ids(pickQuestions(questions, none, options({ count: 1, random: seededRandom(seed) })))
    ));
    expect(new Set(firsts.flat())).toEqual(new Set(ids(questions)));
  });

  it('does not look at the history when it must not', () => {
    const questions = bank({ pool: 9 });
    const answers = history({ 'pool 3': [{ right: 0 }], 'pool 4': [{}] });
    const pick = (seen: typeof answers, useHistory: boolean): string[] => (
      ids(pickQuestions(questions, seen, options({ useHistory, random: seededRandom(4) })))
    );
    expect(pick(answers, false)).toEqual(pick(none, false));
    expect(pick(answers, true)).not.toEqual(pick(none, true));
  });
});

describe('pickForLesson', () => {
  const questions = bank({ pool: 4 });

  it('takes the first that were never asked, in the order of the lesson', () => {
    expect(ids(pickForLesson(questions, none, 2))).toEqual(['pool 0', 'pool 1']);
    expect(ids(pickForLesson(questions, history({ 'pool 0': [{}] }), 2))).toEqual(['pool 1', 'pool 2']);
  });

  it('prefers what was missed', () => {
    expect(ids(pickForLesson(questions, history({ 'pool 2': [{ right: 0 }] }), 2))).toEqual(['pool 2', 'pool 0']);
  });

  it('takes what there is', () => {
    expect(ids(pickForLesson(questions, none, 9))).toEqual(ids(questions));
    expect(pickForLesson([], none, 2)).toEqual([]);
  });
});

describe('whatever the questions and the history are', () => {
  const answer = fc.record({ at: fc.nat({ max: 9 }), right: fc.constantFrom(0, 0.5, 0.75, 1), guessed: fc.boolean() });
  const id = fc.nat({ max: 30 }).map(String);
  const drawn = fc.record({ id, lesson: fc.constantFrom('a', 'b', 'c'), topic: fc.constantFrom(...TOPICS, 'other') });
  const scene = fc.record({
    questions: fc.uniqueArray(drawn, { selector: (each) => each.id, maxLength: 25 })
      .map((list) => list.map(({ id, ...more }) => question(id, more))),
    answers: fc.dictionary(id, fc.array(answer, { maxLength: 3 })).map(history),
    count: fc.nat({ max: 30 }),
    seed: fc.integer(),
    useHistory: fc.boolean(),
  });
  type Scene = typeof scene extends fc.Arbitrary<infer Value> ? Value : never;
  const pick = ({ questions, answers, seed, ...more }: Scene): Question[] =>
    pickQuestions(questions, answers, options({ ...more, random: seededRandom(seed) }));

  it('each is picked once at most, and as many as there are or are wanted', () => {
    fc.assert(fc.property(scene, (drawn) => {
      const picked = pick(drawn);
      expect(new Set(picked).size).toBe(Math.min(drawn.count, drawn.questions.length));
      expect(picked.length).toBe(new Set(ids(picked)).size);
      expect(drawn.questions).toEqual(expect.arrayContaining(picked));
    }));
  });

  it('every missed or guessed question comes before every other, and none is left out for another', () => {
    fc.assert(fc.property(scene, (drawn) => {
      const due = new Set(dueQuestions(drawn.questions, drawn.answers));
      const picked = pick({ ...drawn, useHistory: true });
      const isDue = picked.map((each) => due.has(each));
      const expected = Math.min(due.size, picked.length);
      expect(isDue).toEqual([...Array(expected).fill(true), ...Array(picked.length - expected).fill(false)]);
    }));
  });

  it('the same seed gives the same quiz', () => {
    fc.assert(fc.property(scene, (drawn) => {
      expect(pick(drawn)).toEqual(pick(drawn));
    }));
  });
});
