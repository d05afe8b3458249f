import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { Failure } from '../exit.js';

export interface TraceFile {
  /** Writes all of it. */
  write(text: string): Promise<void>;
  /** Leaves nothing unfinished behind. */
  close(): Promise<void>;
}

/**
 * Opens a file for a trace before the run, since nobody wants to hear at its end that it cannot be written. An earlier
 * trace of that name is replaced only by a whole one.
 * @throws Failure when it cannot be written
 */
export async function openTraceFile(file: string): Promise<TraceFile> {
  const failure = (error: unknown): Failure => {
    const reason = error instanceof Error ? error.message : String(error);
    return new Failure(`Cannot write the trace to ${file}: ${reason}. Name a file in a folder that you can write.`, { cause: error });
  };
  try {
    // What is no plain file, such as /dev/stderr, cannot be replaced.
    const isSpecial = await stat(file).then((it) => !it.isFile(), () => false);
    // A link goes on leading to where it does.
    const place = await realpath(file).catch(() => file);
    // Of two tutors at once each writes its own.
    const target = isSpecial ? file : `${place}.${randomUUID()}.part`;
    const handle = await open(target, 'w');
    return {
      async write(text) {
        try {
          await handle.writeFile(text);
          await (isSpecial ? undefined : rename(target, place));
        } catch (error) {
          throw failure(error);
        }
      },
      async close() {
        await handle.close();
        await (isSpecial ? undefined : rm(target, { force: true }));
      },
    };
  } catch (error) {
    throw failure(error);
  }
}
