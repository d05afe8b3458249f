import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Course } from './lesson.js';

/** A course that has been read, as JSON: to parse a hundred pages of Markdown takes a second, to load this 10 ms. */
interface Compiled {
  /** Of the files that it was read from. */
  readonly digest: string;
  readonly course: Omit<Course, 'misconceptions'>;
  readonly misconceptions: readonly (readonly [anchor: string, heading: string])[];
}

/** The keys whose values are paths; they are kept relative, since the course may be installed elsewhere. */
const PATHS: ReadonlySet<string> = new Set(['file', 'folder', 'program', 'solution']);
/** The key of a list of paths; a problem has a text of this name. */
const LIST_OF_PATHS = 'wrong';
/** The ends of ranges, which may be infinite; JSON has no such numbers. */
const BOUNDS: ReadonlySet<string> = new Set(['from', 'to']);

/** The text to be revived while the files of the course have this digest. */
export function compiledCourse(course: Course, digest: string): string {
  const { misconceptions, ...rest } = course;
  const compiled: Compiled = { digest, course: rest, misconceptions: [...misconceptions] };
  return JSON.stringify(compiled, (key, value: unknown) => {
    // Where in its file a part of the text stands is of no use once the problems have been found.
    if (key === 'position') {
      return undefined;
    }
    if (BOUNDS.has(key) && typeof value === 'number') {
      return String(value);
    }
    return changePaths(key, value, (path) => relative(course.folder, path));
  });
}

/** The course in this folder; undefined when its files have changed since it was compiled. */
export function reviveCourse(text: string, folder: string, digest: string): Course | undefined {
  const { course, misconceptions, ...compiled } = JSON.parse(text, (key, value: unknown) => {
    if (BOUNDS.has(key) && typeof value === 'string') {
      return Number(value);
    }
    return changePaths(key, value, (path) => join(folder, path));
  }) as Compiled;
  return compiled.digest === digest ? { ...course, misconceptions: new Map(misconceptions) } : undefined;
}

function changePaths(key: string, value: unknown, change: (path: string) => string): unknown {
  if (PATHS.has(key) && typeof value === 'string') {
    return change(value);
  }
  return key === LIST_OF_PATHS && Array.isArray(value) ? value.map((path) => change(String(path))) : value;
}

/** SHA-256 of the names and contents of all files in a folder and below, hexadecimal. */
export function digestOf(folder: string): string {
  const hash = createHash('sha256');
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const path of entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).toSorted()) {
    const content = readFileSync(path);
    hash.update(`${relative(folder, path)}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}
