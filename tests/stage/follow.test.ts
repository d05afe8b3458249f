import fs, { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Follower } from '../../src/stage/follow.js';
import { eventually } from '../support/processes.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
  file = join(folder, 'trace');
  writeFileSync(file, '');
});
afterEach(() => rmSync(folder, { recursive: true }));

const line = (name: string): string =>
  `\n${JSON.stringify({ ph: 'i', cat: 'program', name, pid: 7, tid: 7, ts: 1, args: {} })}`;

function follow(): { follower: Follower; names: string[] } {
  const names: string[] = [];
  return { names, follower: new Follower(file, (events) => names.push(...events.map(({ name }) => name))) };
}

it('hands on each event soon after it was written, in order', async () => {
  const { follower, names } = follow();
  for (const name of ['a', 'b', 'c']) {
    appendFileSync(file, line(name));
    expect(await eventually(() => names.at(-1) === name, 500)).toBe(true);
  }
  expect(follower.close()).toBe(0);
  expect(names).toEqual(['a', 'b', 'c']);
});

it('does so too where the system cannot watch files', async () => {
  const { watch } = fs;
  fs.watch = () => {
    throw Object.assign(new Error('no watches are left'), { code: 'ENOSPC' });
  };
  syncBuiltinESMExports();
  try {
    const { follower, names } = follow();
    appendFileSync(file, line('a'));
    expect(await eventually(() => names.length === 1, 500)).toBe(true);
    follower.close();
  } finally {
    fs.watch = watch;
    syncBuiltinESMExports();
  }
});

it('reads what is left when it is closed, and counts what is torn', () => {
  const { follower, names } = follow();
  appendFileSync(file, `${line('a')}${line('torn').slice(0, 20)}${line('b'.repeat(200_000))}${line('c')}`);
  expect(follower.close()).toBe(1);
  expect(names.map((name) => name[0])).toEqual(['a', 'b', 'c']);
});
