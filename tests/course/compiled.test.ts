import { cpSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { known } from '../../src/cli/known.js';
import { digestOf } from '../../src/course/digest.js';
import { compiledCourse, type Course, isUntouched, reviveCourse } from '../../src/course/index.js';
import { readCourse } from '../../src/course/read.js';
import { folderWith, LESSON } from './support.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lessons = join(root, 'lessons');

let course: Course;
let digest: string;
beforeAll(async () => {
  course = await readCourse(lessons, known);
  digest = digestOf(lessons);
});

/** Positions are left out of compiled Markdown. */
function withoutPositions(value: unknown): unknown {
  if (value instanceof Map) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(withoutPositions);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'position').map(([key, part]) => [key, withoutPositions(part)]))
    : value;
}

describe('a compiled course', () => {
  test('is the course that was read, wherever its folder is', () => {
    const revived = reviveCourse(compiledCourse(course, digest), lessons, digest);
    expect(revived).toEqual(withoutPositions(course));
    const elsewhere = reviveCourse(compiledCourse(course, digest), '/else/where', digest);
    expect(elsewhere?.lessons[0]?.file).toBe(`/else/where/${course.lessons[0]?.file.slice(lessons.length + 1)}`);
  });

  test('keeps the open ends of ranges', () => {
    const revived = reviveCourse(compiledCourse(course, digest), lessons, digest);
    const ends = (each: Course | undefined) => each?.lessons
      .flatMap(({ prediction }) => prediction?.choices ?? [])
      .flatMap(({ expected }) => (expected.kind === 'range' ? [expected.from, expected.to] : []));
    expect(ends(revived)).toContain(Number.POSITIVE_INFINITY);
    expect(ends(revived)).toEqual(ends(course));
  });

  test('is out of date when any of its files has changed', () => {
    const copy = folderWith({});
    cpSync(lessons, copy, { recursive: true });
    expect(digestOf(copy)).toBe(digest);
    writeFileSync(join(copy, 'programs/new.mjs'), '');
    expect(digestOf(copy)).not.toBe(digest);
    expect(reviveCourse(compiledCourse(course, digest), copy, digestOf(copy))).toBeUndefined();
  });

  test('is known to be up to date without reading it when none of its texts and folders was touched', async () => {
    const copy = folderWith({});
    mkdirSync(join(copy, 'programs'));
    writeFileSync(join(copy, 'programs/a.mjs'), 'a');
    const old = new Date(2000, 0);
    utimesSync(join(copy, 'programs/a.mjs'), old, old);
    await sleep(50);
    const now = Date.now();
    expect(isUntouched(copy, now)).toBe(true);
    // Before the files were there, whatever their dates say.
    expect(isUntouched(copy, now - 10_000)).toBe(false);
    writeFileSync(join(copy, 'programs/a.mjs'), 'b');
    expect(isUntouched(copy, now)).toBe(true);
    rmSync(join(copy, 'programs/a.mjs'));
    expect(isUntouched(copy, now)).toBe(false);
  });

  test('is not when a lesson was written anew', async () => {
    const copy = folderWith({ 'one.md': LESSON });
    await sleep(50);
    const now = Date.now();
    expect(isUntouched(copy, now)).toBe(true);
    writeFileSync(join(copy, 'one.md'), LESSON);
    expect(isUntouched(copy, now)).toBe(false);
  });

  test('is what the build has made of our lessons', () => {
    expect(reviveCourse(readFileSync(join(root, 'dist/course.json'), 'utf8'), lessons, digest)).toBeDefined();
  });
});
