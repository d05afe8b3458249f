import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keep, removeAtEnd } from '../reaper/reaper.js';
import { reasonOf, StageError } from './errors.js';

/** Room that must be left for a trace, in bytes: an empty file can be made on a full disk, a line not written. */
const RESERVE = 64 * 1024;

export interface TraceFolder {
  /** The empty file to which the processes of the program append. */
  readonly file: string;
  readonly remove: () => void;
}

/**
 * A fresh folder with an empty trace in it, which goes with this process at the latest.
 * @throws StageError when there is no place for it
 */
export function makeTraceFolder(): TraceFolder {
  const parent = tmpdir();
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(parent, 'mp-tutor-'));
    removeAtEnd(folder);
    const file = join(folder, 'trace.jsonl');
    writeFileSync(file, Buffer.alloc(RESERVE));
    truncateSync(file);
    const made = folder;
    return { file, remove: () => remove(made) };
  } catch (error) {
    if (folder !== undefined) {
      remove(folder);
    }
    const advice = 'Set TMPDIR to a folder that can be written.';
    throw new StageError(`The trace has no place in ${parent}: ${reasonOf(error)}. ${advice}`, { cause: error });
  }
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
    keep(folder);
  } catch {
    // The reaper tries again when this process ends.
  }
}
