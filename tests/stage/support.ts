import { fileURLToPath } from 'node:url';
import { type ProgramOptions, run, type Run } from '../../src/stage/index.js';
import type { Outcome } from '../../src/trace/outcome.js';

/** The path of a program in `fixtures/`. */
function fixture(file: string): string {
  return fileURLToPath(new URL(`fixtures/${file}`, import.meta.url));
}

/** Starts a program in `fixtures/`. */
export function start(file: string, options: Partial<ProgramOptions> = {}): Run {
  return run({ program: fixture(file), args: [], limitMs: 15_000, ...options });
}

export interface Printed {
  readonly stdout: string[];
  readonly stderr: string[];
  readonly outcome: Outcome;
}

/** What a program prints until its end; it is ended when `isEnough` says so of a line. */
export async function printedBy(running: Run, isEnough: (line: string) => boolean = () => false): Promise<Printed> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  for await (const { cat, name, args: { text } } of running.events) {
    if (cat === 'output' && typeof text === 'string') {
      (name === 'stdout' ? stdout : stderr).push(text);
      if (isEnough(text)) {
        void running.end();
      }
    }
  }
  return { stdout, stderr, outcome: await running.ended };
}
