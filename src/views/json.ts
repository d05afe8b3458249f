import type { TraceEvent } from '../trace/event.js';
import { write } from '../terminal/index.js';
import type { Source, ViewOutput } from './contract.js';

/** JSON need not escape these, but a terminal may obey them. */
const UNESCAPED_CONTROLS = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** Writes one event a line as JSON. Rejects when the output cannot be written. */
export async function showJson(source: Source, { output }: Pick<ViewOutput, 'output'>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  for await (const event of source.events) {
    events.push(event);
    await write(output, `${toJson(event)}\n`);
  }
  return events;
}

/** The same JSON value, without a byte that a terminal could obey. */
export function toJson(value: unknown): string {
  return JSON.stringify(value).replace(
    UNESCAPED_CONTROLS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
