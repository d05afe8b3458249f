import { openSync, writeSync } from 'node:fs';
import { inspect } from 'node:util';
import { isMainThread, threadId } from 'node:worker_threads';
import { MAX_LINE_BYTES, TRACE_VARIABLE, type Arguments, type Json, type TraceEvent } from './event.js';

const PREVIEW_CHARACTERS = 60;

/** The open end of a span; `end` writes its `e` event. */
export interface Span {
  end(args?: Arguments): void;
}

/** Appends this thread's events to the trace file, one synchronous write each. */
export class TraceWriter {
  readonly #fd: number;
  readonly #tid = isMainThread ? process.pid : process.pid + threadId;
  #named = false;
  #spans = 0;
  #broken = false;

  /** @throws the error of `open(2)` when the file cannot be appended to. */
  constructor(file: string) {
    this.#fd = openSync(file, 'a');
  }

  /** Says what this process is called; by default `main`, or `child` if Node forked it. Has no effect after the first event. */
  nameProcess(name = process.send ? 'child' : 'main'): void {
    if (this.#named) {
      return;
    }
    this.#named = true;
    if (isMainThread) {
      this.#write('M', 'process', 'process_name', { name, parent: process.ppid });
    } else {
      this.#write('M', 'process', 'thread_name', { name: `thread ${threadId}` });
    }
  }

  instant(cat: string, name: string, args: Arguments = {}): void {
    this.nameProcess();
    this.#write('i', cat, name, args);
  }

  begin(cat: string, name: string, args: Arguments = {}): Span {
    this.nameProcess();
    // Threads of a process share its PID, so the thread is part of the id.
    const id = `${this.#tid.toString(16)}${(this.#spans++).toString(16).padStart(6, '0')}`;
    this.#write('b', cat, name, args, id);
    return { end: (result = {}) => this.#write('e', cat, name, result, id) };
  }

  #write(ph: TraceEvent['ph'], cat: string, name: string, args: Arguments, id?: string): void {
    if (this.#broken) {
      return;
    }
    const event = { ph, cat, name, pid: process.pid, tid: this.#tid, ts: microseconds(), ...(id && { id }), args };
    let line = JSON.stringify(event);
    if (Buffer.byteLength(line) >= MAX_LINE_BYTES) {
      line = JSON.stringify({ ...event, name: name.slice(0, PREVIEW_CHARACTERS), args: shortened(args) });
    }
    try {
      // The newline comes first: a line that SIGKILL tore then does not swallow the next one.
      writeSync(this.#fd, `\n${line}`);
    } catch (error) {
      // A full disk must not change what the program does.
      this.#broken = true;
      process.stderr.write(`The trace of process ${process.pid} ends here: ${String(error)}\n`);
    }
  }
}

/** Short text for a value, at most 60 characters, for the arguments of an event. */
export function preview(value: unknown): string {
  const lines = inspect(value, { depth: 1, maxArrayLength: 10, maxStringLength: 40, breakLength: Infinity });
  const text = lines.replaceAll(/\n\s*/g, ' ');
  return text.length <= PREVIEW_CHARACTERS ? text : `${text.slice(0, PREVIEW_CHARACTERS - 1)}…`;
}

function microseconds(): number {
  return Number(process.hrtime.bigint()) / 1000;
}

/** Keeps as many arguments as fit into half a line; numbers first, since facts are counted from them. */
function shortened(args: Arguments): Arguments {
  const kept: { [key: string]: Json } = { cut: true };
  const isNumber = (value: Json): number => Number(typeof value === 'number');
  const entries = Object.entries(args).toSorted(([, a], [, b]) => isNumber(b) - isNumber(a));
  for (const [key, value] of entries) {
    const short = typeof value === 'string' ? value.slice(0, PREVIEW_CHARACTERS) : value;
    if (Buffer.byteLength(JSON.stringify({ ...kept, [key]: short })) < MAX_LINE_BYTES / 2) {
      kept[key] = short;
    }
  }
  return kept;
}

function open(file: string | undefined): TraceWriter | undefined {
  if (file === undefined || file === '') {
    return undefined;
  }
  try {
    return new TraceWriter(file);
  } catch (error) {
    process.stderr.write(`Process ${process.pid} cannot be traced: ${String(error)}\n`);
    return undefined;
  }
}

/** This process's trace; undefined, and so the cost of one branch, when nobody asked for one. */
export const tracer = open(process.env[TRACE_VARIABLE]);
