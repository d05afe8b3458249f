import type { Arguments } from '../trace/event.js';
import { tracer, type Span } from '../trace/writer.js';

/** Notes in the trace that something happened in the program; does nothing when the program is not traced. */
export function mark(name: string, args: Arguments = {}): void {
  tracer?.instant('program', name, args);
}

/** Notes in the trace that something begins; call `end` on what it returns. */
export function span(name: string, args: Arguments = {}): Span {
  return tracer?.begin('program', name, args) ?? { end: () => {} };
}
