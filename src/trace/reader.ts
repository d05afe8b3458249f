import type { Arguments, TraceEvent } from './event.js';

/** The event that a line of the trace holds; undefined if the line is torn or no event. Unknown fields are dropped. */
export function parseLine(line: string): TraceEvent | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isObject(value) ? toEvent(value) : undefined;
}

/** Turns the bytes of a trace, in whatever pieces they come, into events. */
export class TraceReader {
  readonly #decoder = new TextDecoder();
  #line = new Line();
  #tornLines = 0;

  /** Lines so far that are not, or not only, an event, such as one that SIGKILL tore. Empty lines are no lines. */
  get tornLines(): number {
    return this.#tornLines;
  }

  /** The events that `chunk` completes. The last needs no newline: a writer begins each line with one. */
  push(chunk: Uint8Array): TraceEvent[] {
    return this.#read(this.#decoder.decode(chunk, { stream: true }));
  }

  /** Nothing more will come: what is still incomplete is torn. */
  end(): void {
    this.#read(this.#decoder.decode());
    this.#endLine();
  }

  #read(text: string): TraceEvent[] {
    const events: TraceEvent[] = [];
    text.split('\n').forEach((part, index) => {
      if (index > 0) {
        this.#endLine();
      }
      const event = this.#line.add(part);
      if (event !== undefined) {
        events.push(event);
      }
    });
    return events;
  }

  #endLine(): void {
    if (this.#line.isTorn) {
      this.#tornLines += 1;
    }
    this.#line = new Line();
  }
}

/** One line that grows. Its event is the first whole object in it, so it does not matter where the pieces are cut. */
class Line {
  #text = '';
  #scanned = 0;
  #depth = 0;
  #inString = false;
  #objectSeen = false;

  /** Whether something is left that is no event. */
  get isTorn(): boolean {
    return this.#text.trim() !== '';
  }

  /** Gives the event at the moment at which the line's first object is whole. */
  add(part: string): TraceEvent | undefined {
    this.#text += part;
    const end = this.#objectSeen ? undefined : this.#endOfObject();
    if (end === undefined) {
      return undefined;
    }
    this.#objectSeen = true;
    const event = parseLine(this.#text.slice(0, end));
    if (event !== undefined) {
      this.#text = this.#text.slice(end);
    }
    return event;
  }

  /** Where the line's first object ends, found by its braces; undefined while it is open. */
  #endOfObject(): number | undefined {
    while (this.#scanned < this.#text.length) {
      const character = this.#text[this.#scanned];
      this.#scanned += 1;
      if (this.#inString) {
        if (character === '\\') {
          this.#scanned += 1;
        } else if (character === '"') {
          this.#inString = false;
        }
      } else if (character === '"') {
        this.#inString = true;
      } else if (character === '{') {
        this.#depth += 1;
      } else if (character === '}') {
        this.#depth -= 1;
        if (this.#depth === 0) {
          return this.#scanned;
        }
      }
    }
    return undefined;
  }
}

type Fields = { readonly [key: string]: unknown };

function toEvent({ ph, cat, name, pid, tid, ts, id, args = {} }: Fields): TraceEvent | undefined {
  if (typeof cat !== 'string' || typeof name !== 'string' || !isTime(ts) || !isArguments(args)) {
    return undefined;
  }
  if (!isProcessId(pid) || !isProcessId(tid)) {
    return undefined;
  }
  const common = { cat, name, pid, tid, ts, args };
  switch (ph) {
    case 'b':
    case 'e':
      return typeof id === 'string' && /^[0-9a-f]+$/i.test(id) ? { ph, ...common, id } : undefined;
    case 'i':
    case 'C':
    case 'M':
      return { ph, ...common };
    default:
      return undefined;
  }
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isProcessId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whatever JSON.parse made is JSON, so that an object is all there is to check. */
function isArguments(value: unknown): value is Arguments {
  return isObject(value);
}
