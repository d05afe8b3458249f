import fs, { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { StageError } from '../../src/stage/errors.js';
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

function follow(fail = (): void => {}): { follower: Follower; names: string[] } {
  const names: string[] = [];
  return { names, follower: new Follower(file, (events) => names.push(...events.map(({ name }) => name)), fail) };
}

/** Until the end of the test, a function of `node:fs` fails in this way. */
function breakFs(name: 'openSync' | 'readSync' | 'watch', code: string): void {
  const works = fs[name];
  const restore = (): void => {
    Object.assign(fs, { [name]: works });
    syncBuiltinESMExports();
  };
  const fail = (): never => {
    throw Object.assign(new Error(`${code}: broken by a test`), { code });
  };
  Object.assign(fs, { [name]: fail });
  syncBuiltinESMExports();
  onTestFinished(restore);
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
  breakFs('watch', 'ENOSPC');
  const { follower, names } = follow();
  appendFileSync(file, line('a'));
  expect(await eventually(() => names.length === 1, 500)).toBe(true);
  follower.close();
});

it.each([
  ['openSync', 'EMFILE', 'too many open files'],
  ['readSync', 'EIO', 'an input or output error'],
] as const)('tells once when %s fails, and says why when it is closed', async (name, code, reason) => {
  let failures = 0;
  const { follower, names } = follow(() => failures++);
  breakFs(name, code);
  appendFileSync(file, line('a'));
  expect(await eventually(() => failures > 0)).toBe(true);
  appendFileSync(file, line('b'));
  expect(() => follower.close()).toThrow(StageError);
  const message = `The trace ${file} could not be read: ${reason}. Run the program again.`;
  expect(() => follow().follower.close()).toThrow(message);
  expect([failures, names]).toEqual([1, []]);
});

it('reads what is left when it is closed, and counts what is torn', () => {
  const { follower, names } = follow();
  appendFileSync(file, `${line('a')}${line('torn').slice(0, 20)}${line('b'.repeat(200_000))}${line('c')}`);
  expect(follower.close()).toBe(1);
  expect(names.map((name) => name[0])).toEqual(['a', 'b', 'c']);
});
