import { createHash, type Hash } from 'node:crypto';
import { createReadStream, type Dirent } from 'node:fs';
import { readdir, readlink, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Call } from '../../course/index.js';

type ProgramCall = Extract<Call, { kind: 'program' }>;

/** A folder with more is not compared: it would take long before each run. */
const MOST_ENTRIES = 1000;
const MOST_BYTES = 20_000_000;

/** What git keeps of itself changes all the time, and no program imports it by a name. */
const NOT_COMPARED: ReadonlySet<string> = new Set(['.git']);

/**
 * SHA-256 of all that a learner agrees to: the command, where its program is, and everything in the folder of the program
 * and below, since a program can load any of it. Python also loads what it has compiled before, in `__pycache__`.
 * @returns undefined when there is too much of it, or a link to another folder, so that it cannot be compared
 * @throws the error of the system when the program is not there
 */
export async function agreementTo({ runtime, args, file }: ProgramCall): Promise<string | undefined> {
  const path = await realpath(file);
  const folder = dirname(path);
  const hash = createHash('sha256').update(JSON.stringify([runtime, args, path]));
  return (await addFolder(folder, hash)) ? hash.digest('hex') : undefined;
}

/** @returns whether all of it could be added */
async function addFolder(folder: string, hash: Hash): Promise<boolean> {
  const folders = [folder];
  let [entries, bytes] = [0, 0];
  for (const each of folders) {
    for (const entry of await entriesOf(each, hash)) {
      const path = join(each, entry.name);
      entries += 1;
      if (entry.isDirectory()) {
        folders.push(path);
      }
      const size = entry.isDirectory() ? 0 : await addFile(path, entry, { hash, name: relative(folder, path), most: MOST_BYTES - bytes });
      if (size === undefined || entries > MOST_ENTRIES) {
        return false;
      }
      bytes += size;
    }
  }
  return true;
}

async function entriesOf(folder: string, hash: Hash): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter(({ name }) => !NOT_COMPARED.has(name)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    // Nor can the program read it; once it can, it is asked again.
    hash.update(JSON.stringify([folder, String(error)]));
    return [];
  }
}

interface Adding {
  readonly hash: Hash;
  readonly name: string;
  readonly most: number;
}

/** @returns its size in bytes; undefined when it is larger than `most`, or leads to another folder */
async function addFile(path: string, entry: Dirent, { hash, name, most }: Adding): Promise<number | undefined> {
  const link = entry.isSymbolicLink() ? await readlink(path).catch(String) : null;
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isDirectory()) {
    return undefined;
  }
  const content = createHash('sha256');
  let size = 0;
  try {
    // The size that a file says is not believed.
    for await (const chunk of stats?.isFile() ? (createReadStream(path, { end: most }) as AsyncIterable<Buffer>) : []) {
      content.update(chunk);
      size += chunk.length;
    }
  } catch (error) {
    content.update(String(error));
  }
  hash.update(JSON.stringify([name, link, size, content.digest('hex')]));
  return size > most ? undefined : size;
}
