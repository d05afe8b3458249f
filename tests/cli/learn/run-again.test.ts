import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runAgain } from '../../../src/cli/learn/run-again.js';
import type { Walk } from '../../../src/cli/learn/walk.js';
import type { Io } from '../../../src/cli/io.js';
import { sessionOf } from '../../../src/cli/tutor/session.js';
import type { Run } from '../../../src/course/index.js';
import type { Left, Page } from '../../../src/terminal/pages/index.js';
import { courseOf, lessonOf } from '../lessons.js';

/** A walk through a lesson of somebody's course whose program is not there, and the pages that are drawn. */
function walkWithout(file: string, trust: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'mp-tutor-again-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const drawn: Page[] = [];
  let leave: ((left: Left) => void) | undefined;
  const pages = {
    show: (page: Page) => {
      drawn.push(page);
      return new Promise<Left>((resolve) => (leave = resolve));
    },
    replace: (page: Page) => {
      drawn.push(page);
      leave?.({ how: 'forward' });
    },
    suspend: () => {},
    close: () => {},
  };
  const io = { stdin: { isTTY: true }, stdout: {}, stderr: {}, env: { XDG_STATE_HOME: folder } } as unknown as Io;
  const session = sessionOf({ course: courseOf(['pool']), isOurs: false, isFile: false }, io, { trust });
  const interrupts = { signal: new AbortController().signal, exitCode: undefined, interrupt: () => {}, stopListening: () => {} };
  const way: Walk = {
    lesson: lessonOf(), session, pages, interrupts, turns: [], at: 0, resumed: false, lang: 'both', guess: undefined, ran: undefined,
    again: [], noteOfAgain: undefined, answered: new Map(), tried: new Map(),
  };
  const call = { kind: 'program', runtime: 'node', file, args: [], text: 'node gone.mjs', place: { file: '', line: 1, column: 1 } } as const;
  const run: Run = { call, text: [] };
  return { way, run, drawn };
}

const content = () => ({ body: () => ['A page.'], forward: 'next' });

test('a program that is gone, about which one would be asked, is said on the page, and the lesson goes on', async () => {
  const { way, run, drawn } = walkWithout('/gone/gone.mjs', false);
  expect(await runAgain(run, way, content)).toEqual({ left: { how: 'back' }, isOver: false });
  expect(way.noteOfAgain).toBe('/gone/gone.mjs cannot be read (ENOENT), so it was not run.');
  expect(drawn).toEqual([]);
});

test('so is one that is trusted', async () => {
  const { way, run, drawn } = walkWithout('/gone/gone.mjs', true);
  expect(await runAgain(run, way, content)).toEqual({ left: { how: 'forward' }, isOver: true });
  expect(way.noteOfAgain).toMatch(/\/gone\/gone\.mjs is no file that can be read, so it was not run\./);
  expect(drawn.map(({ forward }) => forward)).toEqual(['stop', 'next']);
});

test('what is a fault of mp-tutor is not hidden', async () => {
  const { way, run } = walkWithout('/gone/gone.mjs', false);
  const journal = { ...way.session.journal, read: () => { throw new TypeError('a fault'); } };
  const itself: Run = { ...run, call: { ...run.call, kind: 'program', runtime: 'node', file: import.meta.filename } };
  await expect(runAgain(itself, { ...way, session: { ...way.session, journal } }, content)).rejects.toThrow('a fault');
});
