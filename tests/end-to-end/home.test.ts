import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTutor, runTutor } from './mp-tutor.js';
import { temporaryFolder } from './sample-course.js';
import { keys, type Terminal, type TerminalOptions } from './terminal.js';

const FIRST = /What brings you here\?/;
const MENU = /Demos[^]*Quiz[^]*Leave/;

function openHome(state: string, options: TerminalOptions = {}): Terminal {
  return openTutor([], { ...options, env: { XDG_STATE_HOME: state, ...options.env } });
}

/** A home whose first start is over. */
async function openMenu(state = temporaryFolder(), options: TerminalOptions = {}): Promise<Terminal> {
  const terminal = openHome(state, options);
  await terminal.waitFor(FIRST);
  terminal.type(keys.escape);
  await terminal.waitFor(MENU);
  return terminal;
}

/** Marks an entry of a menu by typing how it begins. */
async function mark(terminal: Terminal, entry: string): Promise<void> {
  terminal.type(entry);
  await terminal.waitFor(new RegExp(`^[▸>] ${entry}`, 'm'));
}

function journalIn(state: string): string {
  return readFileSync(join(state, 'mp-tutor/journal.jsonl'), 'utf8');
}

async function take(terminal: Terminal, entry: string): Promise<void> {
  await mark(terminal, entry);
  terminal.type(keys.enter);
}

describe('the first start', () => {
  test('asks what for, once, and shows code accordingly', async () => {
    const state = temporaryFolder();
    const terminal = openHome(state);
    expect(await terminal.waitFor(FIRST)).toContain('Escape skip');
    await take(terminal, 'An exam');
    const screen = await terminal.waitFor(MENU);
    expect(screen).toMatch(/Lessons show Python\. To change that: mp-tutor learn --lang/);
    await take(terminal, 'Leave');
    expect((await terminal.exit()).code).toBe(0);
    expect(journalIn(state)).toMatch(/"settings".*"aim":"exam".*"lang":"python"/);

    const again = openHome(state);
    expect(await again.waitFor(MENU)).not.toMatch(FIRST);
  });

  test('can be skipped, which counts as looking around', async () => {
    const state = temporaryFolder();
    await openMenu(state);
    expect(journalIn(state)).toMatch(/"aim":"look".*"lang":"both"/);
  });

  test('shows three choices and more in six rows', async () => {
    const terminal = openHome(temporaryFolder(), { rows: 6 });
    expect(await terminal.waitFor(/Node: I have/)).toMatch(/What brings you here\?[^]*An exam[^]*Node: I have[^]*I teach/);
  });

  test('Ctrl-C is 130 and leaves nothing written', async () => {
    const terminal = openHome(temporaryFolder());
    await terminal.waitFor(FIRST);
    terminal.type(keys.ctrlC);
    expect((await terminal.exit()).code).toBe(130);
    expect(terminal.cursorVisible).toBe(true);
  });
});

describe('the menu', () => {
  test('names the command of each entry and fits 50 columns, in ASCII without colour if need be', async () => {
    const terminal = await openMenu(temporaryFolder(), { columns: 50, env: { LANG: 'C', NO_COLOR: '1' } });
    await mark(terminal, 'Quiz');
    expect(await terminal.waitFor(/^ {2}mp-tutor quiz$/m)).toMatch(/^[\n -~]*$/);
  });

  test('has no colour with --no-color alone', async () => {
    const terminal = openTutor(['--no-color'], { env: { XDG_STATE_HOME: temporaryFolder() } });
    await terminal.waitFor(FIRST);
    terminal.type(keys.escape);
    await terminal.waitFor(MENU);
    await take(terminal, 'Demos');
    await terminal.waitFor(/mp-tutor demo spawn/);
    expect(terminal.transcript()).not.toMatch(/\u001b\[[\d;]*[1-9][\d;]*m/);
  });

  test('leads to the lessons and demos, and back', async () => {
    const terminal = await openMenu();
    await take(terminal, 'Demos');
    await terminal.waitFor(/mp-tutor demo spawn/);
    terminal.type(keys.escape);
    await terminal.waitFor(MENU);
    await take(terminal, 'Lessons');
    await terminal.waitFor(/^▸ +1 {2}/m);
    terminal.type(keys.escape);
    await terminal.waitFor(MENU);
    await take(terminal, 'Progress');
    await terminal.waitFor((screen) => /Kept in/.test(screen) && MENU.test(screen));
    await take(terminal, 'Leave');
    expect((await terminal.exit()).code).toBe(0);
    expect(terminal.cursorVisible).toBe(true);
  });

  test('Ctrl-C is 130 with the cursor back, Ctrl-D leaves', async () => {
    const first = await openMenu();
    first.type(keys.ctrlC);
    expect((await first.exit()).code).toBe(130);
    expect(first.cursorVisible).toBe(true);
    const second = await openMenu();
    second.type(keys.ctrlD);
    expect((await second.exit()).code).toBe(0);
    expect(second.cursorVisible).toBe(true);
  });

  test('without a terminal there is help instead', () => {
    const { stdout, status } = runTutor([]);
    expect(status).toBe(0);
    expect(stdout).toContain('Usage: mp-tutor');
  });
});
