import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Lines of text that come one after the other. */
export interface LinesIn {
  /** The next line; undefined at the end of the input. */
  next(): Promise<string | undefined>;
  /** Makes this the next line. */
  putBack(line: string): void;
  close(): void;
}

/** Reads lines until the input ends or the signal aborts. A terminal is left as it is, and echoes what is typed. */
export function openLines(input: Readable, signal: AbortSignal): LinesIn {
  const reader = createInterface({ input, terminal: false });
  const lines = reader[Symbol.asyncIterator]();
  const close = (): void => {
    signal.removeEventListener('abort', close);
    reader.close();
  };
  signal.addEventListener('abort', close, { once: true });
  const ahead: string[] = [];
  return {
    async next() {
      const kept = ahead.pop();
      if (kept !== undefined) {
        return kept;
      }
      const { value, done } = await lines.next();
      return done === true ? undefined : value;
    },
    putBack: (line) => void ahead.push(line),
    close,
  };
}
