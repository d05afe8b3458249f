import { clean } from '../../terminal/index.js';
import type { TraceEvent } from '../../trace/event.js';
import type { Outcome } from '../../trace/outcome.js';
import { Failure } from '../exit.js';

/** How much of a failed program's stderr is shown. */
const LAST_LINES = 12;

/** @throws Failure when the program did not end well, with the last that it said about it */
export function checkEnding(name: string, { ending, hung, code, signal, elapsedMs }: Outcome, events: readonly TraceEvent[]): void {
  if (ending === 'exited' && code === 0) {
    return;
  }
  const how =
    ending === 'exited'
      ? `ended with ${signal ?? `exit code ${code ?? 'unknown'}`}`
      : `was ended at its time limit: ${hung ? 'it hung, and for a second no process of it used a CPU' : 'it still used a CPU'},`;
  const complaints = events.filter((event) => event.cat === 'output' && event.name === 'stderr');
  const last = complaints.slice(-LAST_LINES).map(({ args }) => `  ${clean(typeof args['text'] === 'string' ? args['text'] : '')}`);
  const said = last.length > 0 ? ` Its last words:\n${last.join('\n')}` : '';
  throw new Failure(`the program of demo ${name} ${how} after ${(elapsedMs / 1000).toFixed(1)} s.${said}`);
}
