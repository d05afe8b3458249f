import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Contents } from './contents.js';
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
  return compile(compiled, course.folder);
}

/** The contents of a course, and of which files. */
export interface CompiledContents {
  readonly digest: string;
  /** Before its files were read, in ms since 1970. */
  readonly readAt: number;
  readonly contents: Contents;
}

export function compiledContents(compiled: CompiledContents): string {
  return compile(compiled, compiled.contents.folder);
}

/** In this folder. Whether they are those of its files as they are now, `isUntouched` and `digestOf` say. */
export function reviveContents(text: string, folder: string): CompiledContents {
  return revive(text, folder) as CompiledContents;
}

function compile(value: Compiled | CompiledContents, folder: string): string {
  return JSON.stringify(value, (key, each: unknown) => {
    // Where in its file a part of the text stands is of no use once the problems have been found.
    if (key === 'position') {
      return undefined;
    }
    if (BOUNDS.has(key) && typeof each === 'number') {
      return String(each);
    }
    return changePaths(key, each, (path) => relative(folder, path));
  });
}

function revive(text: string, folder: string): unknown {
  return JSON.parse(text, (key, value: unknown) => {
    if (BOUNDS.has(key) && typeof value === 'string') {
      return Number(value);
    }
    return changePaths(key, value, (path) => join(folder, path));
  });
}

/** The course in this folder; undefined when its files have changed since it was compiled. */
export function reviveCourse(text: string, folder: string, digest: string): Course | undefined {
  const { course, misconceptions, ...compiled } = revive(text, folder) as Compiled;
  return compiled.digest === digest ? { ...course, misconceptions: new Map(misconceptions) } : undefined;
}

function changePaths(key: string, value: unknown, change: (path: string) => string): unknown {
  if (PATHS.has(key) && typeof value === 'string') {
    return change(value);
  }
  return key === LIST_OF_PATHS && Array.isArray(value) ? value.map((path) => change(String(path))) : value;
}

/** The paths of all files in a folder and below, in no order. */
export function filesIn(folder: string): string[] {
  return entriesIn(folder).filter((entry) => entry.isFile()).map(pathOf);
}

/** How far a file system's clock may be behind that of the machine, in ms. */
const SLACK_MS = 20;

/** To the contents of a course it matters only whether a program is there, which is a matter of its folder. */
const PROGRAM = /\.(?:py|[cm]?js)$/;

/**
 * Whether the contents are still the same: no text was changed, no file moved here or taken away since then. The time that
 * a system notes for this cannot be set, as that of the last write can.
 */
export function isUntouched(folder: string, since: number): boolean {
  const entries = entriesIn(folder).filter((entry) => !(entry.isFile() && PROGRAM.test(entry.name)));
  return [folder, ...entries.map(pathOf)].every((path) => lstatSync(path).ctimeMs < since - SLACK_MS);
}

function entriesIn(folder: string): Dirent[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true });
}

function pathOf({ parentPath, name }: Dirent): string {
  return join(parentPath, name);
}
