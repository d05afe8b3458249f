import { join } from 'node:path';
import type { Files } from './files.js';
import { plainText } from './nodes.js';

/** The file of a course with what people wrongly believe. */
export function misconceptionsFile(folder: string): string {
  return join(folder, 'misconceptions.md');
}

/** The headings of level 2 by their anchors; undefined when the folder has no such file that can be read. */
export function misconceptionsIn(folder: string, files: Files): ReadonlyMap<string, string> | undefined {
  const file = misconceptionsFile(folder);
  if (files.kind(file) === 'nothing' || 'wrong' in files.read(file)) {
    return undefined;
  }
  return new Map(files.anchors(file)
    .filter(({ heading }) => heading.depth === 2)
    .map(({ anchor, heading }) => [anchor, plainText(heading)]));
}
