import { unwatchFile, watchFile } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Capabilities, glyphs, paint, present, write } from '../../terminal/index.js';
import { EXIT, Failure } from '../exit.js';
import { StageError } from '../../stage/index.js';
import { type Assignment, stateOf } from './assignment.js';
import { type Checking, checkOnce } from './check-once.js';

/** Asked so often, a file is followed however an editor writes it: in place, or by putting another in its place. */
const LOOK_EVERY_MS = 200;

/**
 * Checks the learner's program now, and again each time that it is saved, until it is solved or somebody ends us. What is
 * saved while it is checked ends that check.
 * @returns the exit code
 */
export async function watchProgram(assignment: Assignment, checking: Checking): Promise<number> {
  const { interrupts, session } = checking;
  const saves = new Saves(assignment.file);
  try {
    for (let isFirst = true; !interrupts.signal.aborted; isFirst = false) {
      const { signal } = saves.sinceNow();
      const { kind } = await stateOf(assignment);
      const code = kind === 'changed' ? await checkOne(assignment, checking, signal, isFirst) : undefined;
      if (code === EXIT.well) {
        return code;
      }
      if (!saves.hasNew) {
        await write(session.io.stdout, `${waiting(session.capabilities)}\n`);
      }
      await saves.next(interrupts.signal);
    }
    return interrupts.exitCode ?? EXIT.well;
  } finally {
    saves.close();
  }
}

/** @returns the exit code; undefined when it was saved meanwhile, or could not be run */
async function checkOne(assignment: Assignment, checking: Checking, saved: AbortSignal, isFirst: boolean): Promise<number | undefined> {
  const { session: { io, capabilities }, interrupts } = checking;
  if (!isFirst) {
    await write(io.stdout, `\n${rule(capabilities)}\n\n`);
  }
  try {
    return await checkOnce(assignment, checking, AbortSignal.any([saved, interrupts.signal]));
  } catch (error) {
    if (interrupts.signal.aborted || !(saved.aborted || error instanceof Failure || error instanceof StageError)) {
      throw error;
    }
    if (!saved.aborted && error instanceof Error) {
      await write(io.stdout, ` ${error.message}\n`);
    }
    return undefined;
  }
}

function waiting(capabilities: Capabilities): string {
  return present(['', ` ${paint(capabilities.colour).dim('It is checked again when you save it. Ctrl-C ends this.')}`], capabilities).join('\n');
}

function rule(capabilities: Capabilities): string {
  return present([glyphs.rule.repeat(Math.min(40, capabilities.columns))], capabilities).join('');
}

/** Tells when a file is saved. */
class Saves {
  readonly #file: string;
  #since = new AbortController();

  constructor(file: string) {
    this.#file = file;
    watchFile(file, { interval: LOOK_EVERY_MS }, () => this.#since.abort());
  }

  /** Saved since `sinceNow`. */
  get hasNew(): boolean {
    return this.#since.signal.aborted;
  }

  /** A controller whose signal is aborted by the next save. */
  sinceNow(): AbortController {
    this.#since = new AbortController();
    return this.#since;
  }

  /** Settles when it has been saved since `sinceNow`, or when the signal is aborted. */
  async next(signal: AbortSignal): Promise<void> {
    while (!this.hasNew && !signal.aborted) {
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
    }
  }

  close(): void {
    unwatchFile(this.#file);
  }
}
