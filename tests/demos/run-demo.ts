import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';
import type { Facts } from '../../src/trace/facts.js';
import { runTutor } from '../end-to-end/mp-tutor.js';

const LIMIT_MS = 60_000;

export const hasPython = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0;

/** Plays a demo, and gives the facts of its run; one that hangs is ended by the tutor, and that is no error. */
export function factsOfDemo(...args: readonly string[]): Facts {
  const { stdout, stderr } = runTutor(['demo', ...args, '--json'], {}, LIMIT_MS);
  expect(stderr).toBe('');
  return (JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as { facts: Facts }).facts;
}
