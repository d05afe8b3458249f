import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTutor } from './mp-tutor.js';

/** Whoever waits for the pipe waits for ever. */
describe('a named pipe in the place of a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mp-tutor-no-file-'));
  const env = { XDG_STATE_HOME: join(folder, 'state') };
  beforeAll(() => {
    for (const name of ['lesson.md', 'program.py']) {
      spawnSync('sh', ['-c', 'mkfifo "$1"', 'sh', join(folder, name)], { timeout: 5000 });
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    { args: ['check', folder], status: 1, says: /lesson\.md:1:1: this is not a file with text/ },
    { args: ['check', folder, '--prove', '--trust'], status: 1, says: /lesson\.md:1:1/ },
    { args: ['learn', 'lesson', '--plain', '--lessons', folder], status: 1, says: /lesson\.md/ },
    { args: ['demo', join(folder, 'program.py')], status: 1, says: /program\.py is no file, and cannot be run as a program\./ },
  ])('$args.0 tells it and ends', ({ args, status, says }) => {
    const ran = runTutor(args, env);
    expect(ran.stdout + ran.stderr).toMatch(says);
    expect(ran.status).toBe(status);
  });
});
