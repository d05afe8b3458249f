import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCourse, type Entry, type Event, fold, type State } from '../../src/progress/index.js';
import { entries, entriesWithoutReset } from './arbitrary.js';

const course = 'c';
const question = 'q';

/** The entries of these events, at the times 1, 2, 3 … */
const dated = (...events: Event[]): Entry[] => events.map((event, index) => ({ at: index + 1, ...event }));

const answer = (right: number, topic = 't'): Event => ({ kind: 'answer', course, question, topic, right });
const page = (lesson: string, page: number): Event => ({ kind: 'page', course, lesson, page, of: 6 });

const courseAfter = (...events: Event[]) => fold(dated(...events)).courses.get(course) ?? emptyCourse;

it('knows nothing before the first entry', () => {
  expect(fold([])).toEqual({
    aim: undefined, lang: undefined, trusted: new Set(), courses: new Map(), damageTold: 0,
  });
});

describe('settings', () => {
  it('that come later win, each for itself', () => {
    const { aim, lang } = fold(dated(
      { kind: 'settings', aim: 'exam', lang: 'python' },
      { kind: 'settings', aim: 'teach' },
      { kind: 'settings', lang: 'both' },
      { kind: 'settings' },
    ));
    expect({ aim, lang }).toEqual({ aim: 'teach', lang: 'both' });
  });

  it('and trust stay when a course is reset', () => {
    const sha256 = 'a'.repeat(64);
    const { aim, trusted, damageTold } = fold(dated(
      { kind: 'settings', aim: 'exam' },
      { kind: 'trust', sha256 },
      { kind: 'damage-told', lines: 2 },
      { kind: 'reset', course },
    ));
    expect({ aim, trusted, damageTold }).toEqual({ aim: 'exam', trusted: new Set([sha256]), damageTold: 2 });
  });
});

describe('a lesson', () => {
  it('is resumed at the page that was seen last', () => {
    const { lessons } = courseAfter(page('pool', 0), page('pool', 1), page('queue', 3), page('pool', 2));
    expect(lessons.get('pool')).toEqual({ page: 2, of: 6, at: 4, finishedAt: undefined, predicted: undefined });
    expect(lessons.get('queue')?.page).toBe(3);
  });

  it('stays finished, since the first time, when it is read again', () => {
    const finished: Event = { kind: 'finished', course, lesson: 'pool' };
    const { lessons } = courseAfter(page('pool', 5), finished, page('pool', 0), finished, page('pool', 1));
    expect(lessons.get('pool')).toMatchObject({ page: 1, finishedAt: 2, at: 5 });
  });

  it('remembers what was predicted last, or that nothing was', () => {
    const expectation = (expects?: string): Event => (
      { kind: 'expectation', course, lesson: 'pool', ...(expects === undefined ? {} : { expects }) }
    );
    const expectedAfter = (...events: Event[]) => courseAfter(...events).lessons.get('pool')?.expects;
    expect(expectedAfter(expectation('9'), expectation('1 to 3'), page('pool', 2))).toBe('1 to 3');
    expect(expectedAfter(expectation('9'), expectation())).toBeUndefined();
  });

  it('remembers whether the last prediction came true', () => {
    const prediction = (right: boolean): Event => ({ kind: 'prediction', course, lesson: 'pool', right });
    const { lessons } = courseAfter(prediction(false), prediction(true));
    expect(lessons.get('pool')).toMatchObject({ predicted: true, of: 0 });
  });
});

describe('an exercise', () => {
  const checked = (passed: number, runtime: 'python' | 'node' = 'python'): Event => (
    { kind: 'exercise', course, lesson: 'pool', runtime, passed, of: 3 }
  );

  it('is solved in a language once all its checks passed, whatever comes later', () => {
    const { exercises } = courseAfter(checked(2), checked(3), checked(1, 'node'));
    expect(exercises.get('pool')).toEqual({ solved: new Set(['python']), passed: 1, of: 3, at: 3 });
    expect(courseAfter(checked(2)).exercises.get('pool')?.solved.size).toBe(0);
  });

  it('does not make its lesson one that was begun, and is forgotten with the course', () => {
    expect(courseAfter(checked(3)).lessons.size).toBe(0);
    expect(courseAfter(checked(3), { kind: 'reset', course }).exercises.size).toBe(0);
  });
});

describe('a question', () => {
  it('keeps its answers, the oldest first, and the topic of the last', () => {
    expect(courseAfter(answer(0, 'old'), answer(0.5)).questions.get(question)).toEqual({
      topic: 't', answers: [{ at: 1, right: 0, guessed: false }, { at: 2, right: 0.5, guessed: false }],
    });
  });

  it('has its last answer marked by a guess, not the ones before or after', () => {
    const { questions } = courseAfter(answer(1), answer(1), { kind: 'guess', course, question }, answer(1));
    expect(questions.get(question)?.answers.map(({ guessed }) => guessed)).toEqual([false, true, false]);
  });

  it('that was not answered cannot have been guessed', () => {
    expect(courseAfter({ kind: 'guess', course, question }).questions.size).toBe(0);
  });
});

describe('a claim that a run refutes', () => {
  const refuted: Event = { kind: 'refuted', course, claim: 'pool#claim', digest: 'd'.repeat(64), questions: [question, 'never asked'] };

  it('takes away the answers that rest on it, right or wrong, and no others', () => {
    const other: Event = { kind: 'answer', course, question: 'other', topic: 't', right: 1 };
    const { questions } = courseAfter(answer(1), other, answer(0), refuted);
    expect([...questions.keys()]).toEqual(['other']);
  });

  it('is known by what it was, until the course is reset', () => {
    expect(courseAfter(refuted).refuted).toEqual(new Map([['pool#claim', 'd'.repeat(64)]]));
    expect(courseAfter(refuted, { kind: 'reset', course }).refuted.size).toBe(0);
  });

  it('is refuted no longer once it is upheld as what it was; answers from before do not come back', () => {
    const upheld = (digest: string): Event => ({ kind: 'upheld', course, claim: 'pool#claim', digest });
    const { refuted: none, questions } = courseAfter(answer(1), refuted, upheld('d'.repeat(64)));
    expect([none.size, questions.size]).toEqual([0, 0]);
    expect(courseAfter(refuted, upheld('e'.repeat(64))).refuted.size).toBe(1);
    expect(courseAfter(refuted, upheld('d'.repeat(64)), refuted).refuted.size).toBe(1);
  });

  it('leaves answers alone that come later, as after the claim was mended', () => {
    expect(courseAfter(answer(0), refuted, answer(1)).questions.get(question)?.answers).toEqual([{ at: 3, right: 1, guessed: false }]);
  });
});

it('forgets a course that is reset, but not what comes after nor other courses', () => {
  const { courses } = fold(dated(
    answer(1),
    page('pool', 1),
    { kind: 'finished', course: 'other', lesson: 'l' },
    { kind: 'reset', course },
    page('queue', 2),
  ));
  expect([...courses.keys()].toSorted()).toEqual([course, 'other']);
  expect(courses.get(course)?.questions.size).toBe(0);
  expect([...(courses.get(course)?.lessons.keys() ?? [])]).toEqual(['queue']);
});

/** What must not depend on which of two tutors was quicker to write. */
function setsOf({ trusted, courses, damageTold }: State): unknown {
  const sets = [...courses].map(([id, { lessons, questions }]) => [id, {
    finished: new Map([...lessons].map(([lesson, { finishedAt }]) => [lesson, finishedAt])),
    answers: new Map([...questions].map(([question, { answers }]) => (
      [question, answers.map(({ at, right }) => `${right} at ${at}`).toSorted()]
    ))),
  }] as const);
  return { trusted, damageTold, courses: new Map(sets) };
}

it('gives the same sets however the entries of two tutors are interleaved', () => {
  const turns = fc.infiniteStream(fc.boolean());
  fc.assert(fc.property(entriesWithoutReset, entriesWithoutReset, turns, (one, other, turns) => {
    const [left, right] = [[...one], [...other]];
    const mixed: Entry[] = [];
    while (left.length > 0 && right.length > 0) {
      mixed.push(...(turns.next().value ? left : right).splice(0, 1));
    }
    expect(setsOf(fold([...mixed, ...left, ...right]))).toEqual(setsOf(fold([...one, ...other])));
  }));
});

it('leaves the entries as they were, and an earlier state too', () => {
  fc.assert(fc.property(entries, (list) => {
    const copy = structuredClone(list);
    const first = fold(list);
    const kept = structuredClone(first);
    fold([...list, ...list]);
    expect(list).toEqual(copy);
    expect(first).toEqual(kept);
  }));
});
