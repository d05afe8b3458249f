import { describe, expect, test } from 'vitest';
import { lessonAfter, lessonToContinue, unreadBefore } from '../../../src/cli/tutor/next-lesson.js';
import type { Lesson } from '../../../src/course/index.js';
import { courseOf, stateOf } from '../lessons.js';

const READ = { finishedAt: 1 };
const course = courseOf(['a', 'b', 'c', 'd'], [
  { id: 'exam', title: 'For an exam', lessons: ['a', 'd'] },
  { id: 'node', title: 'To choose', lessons: ['c', 'b'] },
]);
const [a, b, , d] = course.lessons as unknown as readonly [Lesson, Lesson, Lesson, Lesson];

describe('learn goes on with', () => {
  test('the first lesson, when nothing was read', () => {
    expect(lessonToContinue(course, stateOf({}))?.id).toBe('a');
  });

  test('the lesson that was left last in the middle', () => {
    const state = stateOf({ a: READ, b: { page: 1, at: 5 }, c: { page: 3, at: 9 } });
    expect(lessonToContinue(course, state)?.id).toBe('c');
  });

  test('the next unread of the path of the aim', () => {
    expect(lessonToContinue(course, stateOf({ a: READ }, { aim: 'exam' }))?.id).toBe('d');
    expect(lessonToContinue(course, stateOf({ a: READ }, { aim: 'choose' }))?.id).toBe('c');
    expect(lessonToContinue(course, stateOf({ a: READ }, { aim: 'look' }))?.id).toBe('b');
  });

  test('the rest of the lessons, when the path was read', () => {
    expect(lessonToContinue(course, stateOf({ a: READ, d: READ }, { aim: 'exam' }))?.id).toBe('b');
  });

  test('nothing, when all were read', () => {
    expect(lessonToContinue(course, stateOf({ a: READ, b: READ, c: READ, d: READ }))).toBeUndefined();
  });
});

describe('after a lesson comes', () => {
  test('the next unread of the path', () => {
    expect(lessonAfter(course, stateOf({ a: READ }, { aim: 'exam' }), a)?.id).toBe('d');
  });

  test('an earlier unread one of the path, when no later one is left', () => {
    expect(lessonAfter(course, stateOf({ d: READ }, { aim: 'exam' }), d)?.id).toBe('a');
  });

  test('without a path, the next unread of the course', () => {
    expect(lessonAfter(course, stateOf({ a: READ, b: READ }), a)?.id).toBe('c');
  });

  test('the one that simply follows, when all were read', () => {
    const all = stateOf({ a: READ, b: READ, c: READ, d: READ });
    expect(lessonAfter(course, all, b)?.id).toBe('c');
    expect(lessonAfter(course, all, d)).toBeUndefined();
  });
});

describe('before a lesson come', () => {
  const after = { ...d, after: ['a', 'b'] };
  const lessons = course.lessons.map((lesson) => (lesson === d ? after : lesson));
  const before = (state: Parameters<typeof unreadBefore>[1]) => unreadBefore({ ...course, lessons }, state, after);

  test('those that it names and that were not read', () => {
    expect(before(stateOf({}))).toEqual(['a', 'b']);
    expect(before(stateOf({ a: READ }))).toEqual(['b']);
  });

  test('on the path of the aim only others of the path', () => {
    expect(before(stateOf({}, { aim: 'exam' }))).toEqual(['a']);
    expect(before(stateOf({}, { aim: 'choose' }))).toEqual(['a', 'b']);
  });
});
