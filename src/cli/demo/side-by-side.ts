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

function rowsOf(demo: Demo, played: Played): Map<string, string> {
  const figures = demo.figures?.(played.facts) ?? {};
  // A demo that measures processes itself needs no other figures of them.
  const ofProcesses = START in figures ? [] : processRows(played);
  return new Map([...ofProcesses, ...Object.entries(figures), ['the end', ending(played.facts)]]);
}

const START = 'start of a process';

function processRows({ facts, events, outcome }: Played): (readonly [string, string])[] {
  const [, ...children] = new Set(events.filter(({ ph, name }) => ph === 'M' && name === 'process_name').map(({ pid }) => pid));
  const memory = outcome.processes.filter(({ pid }) => children.includes(pid)).map(({ memoryBytes }) => memoryBytes);
  return [
    ...numberRow(START, facts, 'startMs', duration),
    ...numberRow('processes, with the parent', facts, 'processes', String),
    ...(memory.length > 0 ? [['memory of a child', `${Math.round(median(memory) / 1e6)} MB`] as const] : []),
  ];
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
