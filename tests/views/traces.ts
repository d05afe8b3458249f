import { readdirSync, readFileSync } from 'node:fs';
import type { Capabilities } from '../../src/terminal/index.js';
import type { Arguments, TraceEvent } from '../../src/trace/event.js';
import type { Source } from '../../src/views/contract.js';

const folder = new URL('fixtures/', import.meta.url);

/** The names of the recorded traces: what the stage gave while it ran the demos. */
export const recorded: readonly string[] = readdirSync(folder).map((file) => file.replace('.jsonl', ''));

export function recording(name: string): TraceEvent[] {
  const text = readFileSync(new URL(`${name}.jsonl`, folder), 'utf8');
  return text.trim().split('\n').map((line) => JSON.parse(line) as TraceEvent);
}

export const wide: Capabilities = { terminal: true, colour: 0, unicode: true, columns: 80, rows: 24, animated: true };
export const narrow: Capabilities = { ...wide, columns: 50 };
export const ascii: Capabilities = { ...wide, unicode: false };

/** A program that has said all this and ended. */
async function* streamOf(events: Iterable<TraceEvent>): AsyncGenerator<TraceEvent> {
  yield* events;
}

export function sourceOf(events: Iterable<TraceEvent>): Source {
  return { events: streamOf(events), ended: Promise.resolve(ended) };
}

const ended = {
  ending: 'exited',
  code: 0,
  signal: undefined,
  hung: false,
  elapsedMs: 1000,
  tornLines: 0,
  processes: [],
  waits: [],
} as const;

/** Makes events of one process, each at the given second. */
export class Actor {
  #nextId = 1;
  readonly pid: number;
  readonly tid: number;

  constructor(pid: number, tid = pid) {
    this.pid = pid;
    this.tid = tid;
  }

  /** A process's first words. */
  named(second: number, name: string, parent?: number): TraceEvent {
    const args = parent === undefined ? { name } : { name, parent };
    const kind = this.pid === this.tid ? 'process_name' : 'thread_name';
    return { ph: 'M', ...this.#common(second, 'process', kind, args) };
  }

  instant(second: number, cat: string, name: string, args: Arguments = {}): TraceEvent {
    return { ph: 'i', ...this.#common(second, cat, name, args) };
  }

  counter(second: number, name: string, args: Arguments): TraceEvent {
    return { ph: 'C', ...this.#common(second, 'program', name, args) };
  }

  /** The beginning of something, and its end. */
  span(from: number, to: number, cat: string, name: string, begin: Arguments = {}, end: Arguments = {}) {
    const id = (this.#nextId++).toString(16);
    const b: TraceEvent = { ph: 'b', id, ...this.#common(from, cat, name, begin) };
    const e: TraceEvent = { ph: 'e', id, ...this.#common(to, cat, name, end) };
    return [b, e] as const;
  }

  #common(second: number, cat: string, name: string, args: Arguments) {
    return { cat, name, pid: this.pid, tid: this.tid, ts: 5e9 + second * 1e6, args };
  }
}

/** A parent and a worker that it has started. */
export const parent = () => new Actor(100);
export const worker = () => new Actor(107);
export const born = [
  new Actor(100).named(0, 'main', 99),
  new Actor(100).instant(0, 'process', 'started', { name: 'worker 1', child: 107 }),
  new Actor(107).named(0.1, 'worker 1', 100),
] as const;
