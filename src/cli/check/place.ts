import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { diskFiles } from '../../course/files.js';

const LESSONS = 'lessons';

/** Where a teacher's lessons are: in `lessons` in this folder, or in this folder itself; undefined if nowhere. */
export async function ownLessons(folder: string): Promise<string | undefined> {
  if (await isFolder(join(folder, LESSONS))) {
    return join(folder, LESSONS);
  }
  return (await hasLessons(folder)) ? folder : undefined;
}

export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then((it) => it.isDirectory(), () => false);
}

/** Markdown that is no lesson, such as a project's README, does not make a folder a course. */
async function hasLessons(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((): string[] => []);
  const files = diskFiles();
  const texts = names.filter((name) => name.endsWith('.md')).map((name) => files.read(join(folder, name)));
  return names.includes('course.yaml') || texts.some((read) => 'text' in read && read.text.startsWith('---\n'));
}
