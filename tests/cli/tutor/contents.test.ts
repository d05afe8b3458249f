import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openContents } from '../../../src/cli/tutor/contents.js';
import { openCourse } from '../../../src/cli/tutor/course.js';
import { keptContents } from '../../../src/cli/tutor/kept-contents.js';
import { type Contents, contentsOf } from '../../../src/course/index.js';
import { lessonText } from '../lessons.js';

let folder = '';
let env = {};

beforeEach(async () => {
  const place = mkdtempSync(join(tmpdir(), 'mp-tutor-contents-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  folder = join(place, 'course');
  env = { XDG_CACHE_HOME: join(place, 'cache') };
  mkdirSync(folder);
  writeFileSync(join(folder, 'pool.md'), lessonText());
  await settle();
});

/** What was changed a moment ago is not kept, since it might be changed again unseen. */
function settle(): Promise<void> {
  return sleep(100);
}

/** Opens the course, and says whether its lessons were read for it. */
async function open(): Promise<{ contents: Contents; wasRead: boolean }> {
  let wasRead = false;
  const contents = await keptContents(folder, env, async (note) => {
    wasRead = true;
    const { readCourse } = await import('../../../src/course/read.js');
    const { known } = await import('../../../src/cli/known.js');
    return contentsOf(await readCourse(folder, known, note));
  });
  return { contents, wasRead };
}

const titles = ({ contents }: { contents: Contents }): string[] => contents.lessons.map(({ title }) => title);

describe('the contents of a course', () => {
  test('are those of the course, read or kept', async () => {
    const { course } = await openCourse(folder);
    expect((await openContents(folder, { env })).course).toEqual(contentsOf(course));
    expect((await openContents(folder, { env })).course).toEqual(contentsOf(course));
  });

  test('of the built-in course are those that the build has compiled', async () => {
    const { course } = await openCourse();
    expect(await openContents(undefined, { env })).toEqual({ course: contentsOf(course), isOurs: true, isFile: false });
  });

  test('of a folder that is not there are told as ever', async () => {
    await expect(openContents(join(folder, 'no'), { env })).rejects.toThrow('There is no folder');
  });
});

describe('a course is read again', () => {
  test('not as long as nothing has changed', async () => {
    expect((await open()).wasRead).toBe(true);
    const again = await open();
    expect(again.wasRead).toBe(false);
    expect(again.contents.lessons).toHaveLength(1);
  });

  test('when a lesson was changed, though its size and the time of its last write are as before', async () => {
    const [title = ''] = titles(await open());
    const file = join(folder, 'pool.md');
    const { atime, mtime, size } = statSync(file);
    const other = `${title.slice(0, -1)}!`;
    writeFileSync(file, readFileSync(file, 'utf8').replace(title, other));
    utimesSync(file, atime, mtime);
    expect(statSync(file).size).toBe(size);
    expect(titles(await open())).toEqual([other]);
  });

  test('when a lesson came, or went', async () => {
    await open();
    writeFileSync(join(folder, 'queue.md'), lessonText({ id: 'queue' }));
    await settle();
    expect((await open()).contents.lessons).toHaveLength(2);
    expect((await open()).wasRead).toBe(false);
    rmSync(join(folder, 'queue.md'));
    expect((await open()).contents.lessons).toHaveLength(1);
  });

  test('when another file appears on which a problem depends, or changes', async () => {
    appendFileSync(join(folder, 'pool.md'), '\nSee [notes](more/notes.md#first).\n');
    await settle();
    mkdirSync(join(folder, 'more'));
    const problems = ({ contents }: { contents: Contents }): number => contents.problems.length;
    const before = problems(await open());
    writeFileSync(join(folder, 'more/notes.md'), '# Notes\n\n## Second\n');
    await settle();
    expect(problems(await open())).toBe(before);
    writeFileSync(join(folder, 'more/notes.md'), '# Notes\n\n## First\n\n');
    expect(problems(await open())).toBe(before - 1);
  });

  test('when it was changed a moment before: the clock of the file system might not tell the next change', async () => {
    appendFileSync(join(folder, 'pool.md'), '\n');
    await open();
    expect((await open()).wasRead).toBe(true);
  });

  test('when what was kept cannot be read', async () => {
    await open();
    const kept = join(folder, '../cache/mp-tutor/contents');
    for (const rubbish of ['{', 'null', '{"names":["pool.md"]}', '[]']) {
      readdirSync(kept).forEach((name) => writeFileSync(join(kept, name), rubbish));
      const again = await open();
      expect(again.wasRead).toBe(true);
      expect(again.contents.lessons).toHaveLength(1);
    }
  });
});

test('where nothing can be kept, the course is read each time', async () => {
  writeFileSync(join(folder, '../cache'), '');
  expect((await open()).wasRead).toBe(true);
  expect((await open()).wasRead).toBe(true);
});

test('the contents of twenty courses are kept, not more', async () => {
  for (let index = 0; index < 22; index += 1) {
    const path = join(folder, `../course-${index}`);
    mkdirSync(path);
    await keptContents(path, env, async () => (await open()).contents);
  }
  expect(readdirSync(join(folder, '../cache/mp-tutor/contents'))).toHaveLength(20);
});
