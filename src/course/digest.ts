import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { filesIn } from './compiled.js';

/** SHA-256 of the names and contents of all files in a folder and below, hexadecimal. */
export function digestOf(folder: string): string {
  const hash = createHash('sha256');
  for (const path of filesIn(folder).toSorted()) {
    const content = readFileSync(path);
    hash.update(`${relative(folder, path)}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}
