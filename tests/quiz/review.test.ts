import { describe, expect, it } from 'vitest';
import { DAILY, review } from '../../src/quiz/index.js';
import { history, ids, question } from './questions.js';

const DAY = 24 * 60 * 60 * 1000;
/** Noon of the hundredth day. */
const now = 100 * DAY + DAY / 2;
const today = { begins: 100 * DAY, ends: 101 * DAY };
const read = new Set(['lesson']);

const reviewOf = (names: readonly string[], answers: Parameters<typeof history>[0], most?: number) =>
  review(names.map((id) => question(id)), history(answers), { now, today, read, most });

const missed = (daysAgo: number) => [{ at: now - daysAgo * DAY, right: 0 }];
const many = (count: number, name = 'q') => Array.from({ length: count }, (_, index) => `${name}${index}`);

describe('review', () => {
  it('asks first what is due longest, and of one day what is most likely forgotten', () => {
    const answers = {
      // Due today: the first has rested three days and has faded less than the second.
      steady: [{ at: now - 2.31 * DAY }],
      faded: missed(1),
      old: missed(9),
      later: [{ at: now - DAY }],
    };
    const { due, next } = reviewOf(['steady', 'later', 'faded', 'old', 'new'], answers);
    expect(ids(due)).toEqual(['old', 'faded', 'steady']);
    expect(next).toBe(now - DAY + 2 * DAY);
  });

  it('lets what is overdue go before what is due today, even if it is better known', () => {
    const strong = [{ at: now - 30 * DAY }, { at: now - 27 * DAY }];
    const { due } = reviewOf(['faded', 'strong'], { faded: missed(1), strong });
    expect(ids(due)).toEqual(['strong', 'faded']);
  });

  it('counts as due what falls due before the day ends, and nothing answered just now', () => {
    expect(ids(reviewOf(['q'], { q: [{ at: now - 0.6 * DAY, right: 0 }] }).due)).toEqual(['q']);
    expect(reviewOf(['q'], { q: [{ at: now - 0.1 * DAY, right: 0 }] })).toMatchObject({ due: [], next: now + 0.9 * DAY });
  });

  it('has new questions only of lessons that were read', () => {
    const questions = [question('a'), question('b', { lesson: 'unread' })];
    const { fresh, due, waiting, next } = review(questions, history({}), { now, today, read });
    expect([ids(fresh), due, waiting, next]).toEqual([['a'], [], 0, undefined]);
  });

  it('stops at what a day should have, also over several sittings', () => {
    const names = many(DAILY.again + 7);
    const all = Object.fromEntries(names.map((id) => [id, missed(3)]));
    const first = reviewOf(names, all);
    expect([first.due.length, first.waiting]).toEqual([DAILY.again, 7]);
    const half = Object.fromEntries(first.due.slice(0, 20).map(({ id }) => [id, [...missed(3), { at: now }]]));
    expect(reviewOf(names, { ...all, ...half })).toMatchObject({ due: { length: DAILY.again - 20 }, waiting: 7 });
    const done = Object.fromEntries(first.due.map(({ id }) => [id, [...missed(3), { at: now }]]));
    expect(reviewOf(names, { ...all, ...done })).toMatchObject({ due: { length: 0 }, waiting: 7 });
    expect(reviewOf(names, { ...all, ...done }, 5)).toMatchObject({ due: { length: 5 }, waiting: 2 });
  });

  it('brings so many new questions a day', () => {
    const names = many(DAILY.fresh + 5);
    expect(reviewOf(names, {})).toMatchObject({ fresh: { length: DAILY.fresh }, waiting: 5 });
    expect(reviewOf(names, { q0: [{ at: now }] })).toMatchObject({ fresh: { length: DAILY.fresh - 1 }, waiting: 5 });
    expect(reviewOf(names, {}, 3)).toMatchObject({ fresh: { length: 3 } });
  });
});
