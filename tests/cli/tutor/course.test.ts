import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openCourse, openLessonFile } from '../../../src/cli/tutor/course.js';
import { lessonText } from '../lessons.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mp-tutor-courses-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

/** A folder with a course of this id. */
function courseIn(name: string, id?: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, 'pool.md'), lessonText());
  if (id !== undefined) {
    writeFileSync(join(path, 'course.yaml'), `id: ${id}\n`);
  }
  return path;
}

/** What progress is kept by. */
async function idOf(path: string): Promise<string> {
  return (await openCourse(path)).course.id;
}

describe('what the progress of a course is kept by', () => {
  test('is its id alone only for the course that comes with mp-tutor', async () => {
    const { course, isOurs } = await openCourse();
    expect([course.id, isOurs]).toEqual(['mp-tutor', true]);
    expect(await idOf(courseIn('impostor', 'mp-tutor'))).not.toBe('mp-tutor');
  });

  test('is never that of another course, whatever its course.yaml says', async () => {
    const ids = [
      await idOf(courseIn('one', 'networks')), await idOf(courseIn('two', 'networks')), await idOf(courseIn('three')), await idOf(courseIn('four')),
      (await openLessonFile(join(folder, 'one/pool.md'))).course.id,
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is the same on every way to its folder, and another once it is moved or has another id', async () => {
    const path = courseIn('one', 'networks');
    symlinkSync(path, join(folder, 'link'));
    const before = await idOf(path);
    expect(await idOf(join(folder, 'link'))).toBe(before);
    expect(await idOf(`${path}/../one/`)).toBe(before);
    writeFileSync(join(path, 'course.yaml'), 'id: other\n');
    expect(await idOf(path)).not.toBe(before);
    writeFileSync(join(path, 'course.yaml'), 'id: networks\n');
    renameSync(path, join(folder, 'moved'));
    expect(await idOf(join(folder, 'moved'))).not.toBe(before);
  });
});
