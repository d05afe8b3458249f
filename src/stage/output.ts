import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** Longer lines are cut: a program may print for ever without a newline. */
export const MAX_LINE_CHARACTERS = 4096;
/** More lines of one stream are left out: `while True: print()` would fill our memory. */
export const MAX_LINES = 10_000;

export interface Output {
  /** Resolves when everything has been read, `limitMs` from now at most: a pipe may be held open by others. */
  close(limitMs: number): Promise<void>;
}

/** Hands on each line of a stream as soon as it is whole. */
export function followLines(stream: Readable, deliver: (line: string) => void): Output {
  const splitter = new LineSplitter();
  stream.on('data', (chunk: Buffer) => splitter.push(chunk).forEach(deliver));
  stream.on('error', () => stream.destroy());
  const closed = new Promise((resolve) => stream.once('close', resolve)).then(() => splitter.end().forEach(deliver));
  return {
    async close(limitMs) {
      // Where our own loop was late, what has arrived meanwhile is read first: that comes between a timer and an immediate.
      const timer = setTimeout(() => setImmediate(() => stream.destroy()), limitMs);
      await closed;
      clearTimeout(timer);
    },
  };
}

/** Cuts a stream of bytes into lines without their newlines; a last line counts even without one. */
export class LineSplitter {
  readonly #decoder = new StringDecoder('utf8');
  #line = '';
  #lines = 0;

  /** The lines that `chunk` completes. */
  push(chunk: Uint8Array): string[] {
    if (this.#lines > MAX_LINES) {
      return [];
    }
    const [rest = '', ...more] = this.#decoder.write(chunk).split('\n');
    const parts = [this.#line + rest, ...more];
    this.#line = cut(parts.pop() ?? '');
    return this.#count(parts.map(finish));
  }

  /** The line that was not completed, if there is one. */
  end(): string[] {
    const last = this.#line + this.#decoder.end();
    this.#line = '';
    return last === '' ? [] : this.#count([finish(last)]);
  }

  #count(lines: readonly string[]): string[] {
    const room = MAX_LINES - this.#lines;
    this.#lines += lines.length;
    if (lines.length <= room) {
      return [...lines];
    }
    return room < 0 ? [] : [...lines.slice(0, room), `(more than ${MAX_LINES} lines: the rest is left out)`];
  }
}

/** One character more than a line may have, so that `finish` can tell that it was cut. */
function cut(line: string): string {
  return line.slice(0, MAX_LINE_CHARACTERS + 1);
}

function finish(line: string): string {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  return text.length <= MAX_LINE_CHARACTERS ? text : `${text.slice(0, MAX_LINE_CHARACTERS - 1)}…`;
}
