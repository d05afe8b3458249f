import { basename } from 'node:path';
import { type Capabilities, clean, fit, pad, paint, present, width, wrap } from '../terminal/index.js';
import { stuckOf } from '../trace/stuck.js';
import type { ProcessWait } from '../trace/waits.js';
import { helperOf, helperWords, isAtRest } from './python-helpers.js';
import { laneKey, type Scene } from './scene/scene.js';
import { type LockLetters, pidList, waitWords } from './words/wait.js';

const FEWEST_COLUMNS = 20;
/** Longer lines of prose are hard to read. */
const WIDEST_TEXT = 100;
const WIDEST_NAME = 18;
/** With fewer columns beside PID and name, the words stand below them. */
const FEWEST_FOR_WORDS = 40;
const MARGIN = '   ';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Who waited for whom when the program was ended at its limit; nothing where the OS did not tell. */
export function waitsSection(waits: readonly ProcessWait[], lanes: Scene['lanes'], capabilities: Capabilities): string[] {
  if (waits.length === 0) {
    return [];
  }
  const columns = Math.max(FEWEST_COLUMNS, Math.min(capabilities.columns, WIDEST_TEXT)) - 1;
  const locks = letters(waits);
  const rows = waits.map((wait) => ({
    pid: `${wait.pid}`,
    name: nameOf(wait, waits, lanes),
    words: helperWords(wait, waits) ?? waitWords(wait, locks),
  }));
  const heads = headsOf(rows);
  const lines = rows.flatMap(({ words }, index) => row(heads[index] ?? '', words, columns));
  const end = conclusion(waits).flatMap((sentence) => ['', ...wrap(sentence, columns, MARGIN)]);
  return present([` ${paint(capabilities.colour).strong('Who waited for whom')}`, ...lines, ...end], capabilities);
}

/** A, B and so on, by the order in which their waiters are told. */
function letters(waits: readonly ProcessWait[]): LockLetters {
  const all = waits.flatMap(({ threads }) => threads.map(({ wait }) => (wait.kind === 'shared lock' ? wait.lock : '')));
  const locks = [...new Set(all)].filter((lock) => lock !== '');
  return new Map(locks.map((lock, index) => [lock, nameOfLock(index)]));
}

function nameOfLock(index: number): string {
  return LETTERS[index] ?? `number ${index + 1}`;
}

function headsOf(rows: readonly { readonly pid: string; readonly name: string }[]): string[] {
  const [pids, names] = [Math.max(...rows.map(({ pid }) => pid.length)), Math.max(...rows.map(({ name }) => width(name)))];
  return rows.map(({ pid, name }) => `${MARGIN}${pad(pid, pids, 'right')} ${pad(name, names)}`);
}

function row(head: string, words: string, columns: number): string[] {
  return columns - width(head) - 2 >= FEWEST_FOR_WORDS
    ? wrap(words, columns, `${head}  `)
    : [fit(head.trimEnd(), columns), ...wrap(words, columns, `${MARGIN}  `)];
}

/** By the trace; else by what it is to the program, or by how it was started. */
function nameOf(process: ProcessWait, waits: readonly ProcessWait[], lanes: Scene['lanes']): string {
  const { pid, parent, command } = process;
  const traced = lanes.get(laneKey({ pid, tid: pid }))?.name;
  const theirs = waits.find((other) => other.pid === parent);
  const hasChildren = waits.some((other) => other.parent === pid);
  const role = helperOf(process, waits) ?? (theirs === undefined && hasChildren ? 'parent' : theirs?.command === command ? 'child' : commandName(command));
  return fit(clean(traced ?? role), WIDEST_NAME);
}

/** What Python has spawned by what it is; others by their program and its file. */
function commandName(command: string): string {
  return command.includes('from multiprocessing.spawn import')
    ? 'child'
    : command.split(' ').slice(0, 2).map((word) => basename(word)).join(' ');
}

function conclusion(waits: readonly ProcessWait[]): string[] {
  const found = stuckOf(waits);
  const stuck = waits.filter((wait) => found.has(wait.pid) && !isAtRest(wait, waits)).map(({ pid }) => pid);
  if (stuck.length === 0) {
    return [];
  }
  return [stuck.length === 1
    ? `${pidList(stuck)} waits only for itself. Nothing but a signal could wake it.`
    : `${pidList(stuck)} wait only for each other. Nothing but a signal could wake them.`];
}
