import type { Entry, Event } from './entry.js';
import { appendText, readText, reasonOf } from './file.js';
import { fold } from './fold.js';
import { type DamagedLine, readLines, toLine } from './lines.js';
import type { State } from './state.js';

/** What a learner did, in a file that is only ever appended to, so that several tutors may do so at once. */
export interface Journal {
  readonly file: string;
  /** What all tutors have written until now, and what this one could not write. Never throws: see `trouble`. */
  read(): Reading;
  /** Writes before it returns. Never throws: if it cannot, `trouble` says why, and the next call tries again. */
  append(event: Event): void;
  /** The same with what happened before, as on another machine. */
  add(entries: readonly Entry[]): void;
  /** Why progress is not kept, or earlier progress not known: a sentence. Its path is not made safe to print. */
  readonly trouble: string | undefined;
}

export interface Reading {
  /** All of them, in the order of the lines. */
  readonly entries: readonly Entry[];
  readonly state: State;
  /** They stay in the file. */
  readonly damaged: readonly DamagedLine[];
}

/** Nothing is read or made until it is asked for. `clock` gives ms since 1970. */
export function openJournal(file: string, clock: () => number): Journal {
  return new FileJournal(file, clock);
}

class FileJournal implements Journal {
  readonly file: string;
  readonly #clock: () => number;
  readonly #appended: Entry[] = [];
  /** How many of those appended are in the file. */
  #written = 0;
  #readTrouble: string | undefined;
  #writeTrouble: string | undefined;

  constructor(file: string, clock: () => number) {
    this.file = file;
    this.#clock = clock;
  }

  get trouble(): string | undefined {
    return this.#writeTrouble ?? this.#readTrouble;
  }

  read(): Reading {
    const text = this.#readText();
    const { entries, damaged } = readLines(text ?? '');
    // If the file is gone or closed to us, this session still knows what it did.
    const missing = text === undefined ? this.#appended : this.#appended.slice(this.#written);
    const all = [...entries, ...missing];
    return { entries: all, state: fold(all), damaged };
  }

  append(event: Event): void {
    this.add([{ at: this.#clock(), ...event }]);
  }

  add(entries: readonly Entry[]): void {
    for (const entry of entries) {
      this.#appended.push(entry);
    }
    try {
      for (const entry of this.#appended.slice(this.#written)) {
        appendText(this.file, toLine(entry));
        this.#written += 1;
      }
      this.#writeTrouble = undefined;
    } catch (error) {
      this.#writeTrouble = `Progress is not kept: ${this.file} cannot be written (${reasonOf(error)}).`;
    }
  }

  #readText(): string | undefined {
    try {
      const text = readText(this.file);
      this.#readTrouble = undefined;
      return text;
    } catch (error) {
      this.#readTrouble = `Earlier progress is not known: ${this.file} cannot be read (${reasonOf(error)}).`;
      return undefined;
    }
  }
}
