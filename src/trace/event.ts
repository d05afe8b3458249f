export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Arguments = { readonly [key: string]: Json };

interface Common {
  /** What the event belongs to: `process`, `pool`, `queue`, `pipe`, `lock`, `program`, `output` or `stage`. */
  readonly cat: string;
  readonly name: string;
  readonly pid: number;
  /** The PID on the main thread, otherwise unique within the process. */
  readonly tid: number;
  /** Microseconds of the clock that `process.hrtime` reads, which all processes of the machine share. */
  readonly ts: number;
  readonly args: Arguments;
}

/** One of a pair with the same `id` and `pid`: something that takes time and may overlap with its like. */
export interface SpanEvent extends Common {
  readonly ph: 'b' | 'e';
  readonly id: string;
}
export interface InstantEvent extends Common {
  readonly ph: 'i';
}
export interface CounterEvent extends Common {
  readonly ph: 'C';
}
/** `process_name` or `thread_name`; `args.name` holds the name. */
export interface NameEvent extends Common {
  readonly ph: 'M';
}

/**
 * A line of the trace, with the fields of the Chrome Trace Event format
 * (https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU).
 * `docs/architecture.md` lists every event that the library writes.
 */
export type TraceEvent = SpanEvent | InstantEvent | CounterEvent | NameEvent;

/** A line longer than this may be torn by other writers; the writer shortens its arguments to stay below. */
export const MAX_LINE_BYTES = 1024;

/** The environment variable that names the file which every process of a program appends to. */
export const TRACE_VARIABLE = 'MP_TUTOR_TRACE';
