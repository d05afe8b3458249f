import type { Demo } from '../../demos/catalogue/index.js';
import { duration, number } from '../../demos/catalogue/words.js';
import type { Facts } from '../../trace/facts.js';
import type { Played } from './play.js';

/** The two runs of a demo as a table, its first row the headings. A row that only one of them has is left out. */
export function sideBySide(demo: Demo, node: Played, python: Played): string[][] {
  const [ofNode, ofPython] = [rowsOf(demo, node), rowsOf(demo, python)];
  const { version, startMethod } = python.program.python ?? { version: '', startMethod: '' };
  const rows = [...ofNode].flatMap(([title, cell]) => {
    const other = ofPython.get(title);
    return other === undefined ? [] : [[title, cell, other]];
  });
  return [['', `Node ${process.versions.node}`, `Python ${version}, ${startMethod}`], ...rows];
}

function rowsOf(demo: Demo, { facts, events, outcome }: Played): Map<string, string> {
  const parent = events[0]?.pid;
  const children = new Set(events.filter(({ cat, name }) => cat === 'process' && name === 'run').map(({ pid }) => pid));
  const memory = outcome.processes.filter(({ pid }) => pid !== parent && children.has(pid)).map(({ memoryBytes }) => memoryBytes);
  return new Map([
    ...numberRow('start of a process', facts, 'startMs', duration),
    ...numberRow('processes, with the parent', facts, 'processes', String),
    ...(memory.length > 0 ? [['memory of a child', `${Math.round(median(memory) / 1e6)} MB`] as const] : []),
    ...Object.entries(demo.figures(facts)),
    ['the end', ending(facts)],
  ]);
}

function numberRow(title: string, facts: Facts, name: string, show: (value: number) => string): (readonly [string, string])[] {
  const value = number(facts, name);
  return Number.isNaN(value) ? [] : [[title, show(value)]];
}

function ending(facts: Facts): string {
  const elapsed = duration(number(facts, 'elapsedMs'));
  return facts['hung'] === true ? `none: it hung, and was ended after ${elapsed}` : `by itself after ${elapsed}`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
