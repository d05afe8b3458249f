import type { TraceEvent } from '../trace/event.js';
import { toJson, write } from '../terminal/index.js';
import type { Source, ViewOutput } from './contract.js';

/** Writes one event a line as JSON. Rejects when the output cannot be written. */
export async function showJson(source: Source, { output }: Pick<ViewOutput, 'output'>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  for await (const event of source.events) {
    events.push(event);
    await write(output, `${toJson(event)}\n`);
  }
  return events;
}
