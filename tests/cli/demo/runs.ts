import type { Program } from '../../../src/cli/demo/watch.js';
import type { TraceEvent } from '../../../src/trace/event.js';
import type { Outcome } from '../../../src/trace/outcome.js';

export const ended: Outcome = {
  ending: 'exited', code: 0, signal: undefined, hung: false, elapsedMs: 1200, tornLines: 0, processes: [], waits: [],
};

export const python = { executable: '/usr/bin/python3', version: '3.11.7', startMethod: 'fork', gil: true, isChosen: false } as const;

export function program(over: Partial<Program> = {}): Program {
  return { python, file: '/a/b.py', args: [], limitMs: 10_000, stdout: 'pipe', title: 'b.py', subtitle: '', source: '', ...over };
}

export function instant(pid: number, cat: string, name: string, args: TraceEvent['args']): TraceEvent {
  return { ph: 'i', pid, tid: pid, ts: 0, cat, name, args };
}

export function processName(pid: number, name: string): TraceEvent {
  return { ph: 'M', pid, tid: pid, ts: 0, cat: 'process', name: 'process_name', args: { name, parent: 1 } };
}
