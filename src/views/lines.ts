import type { TraceEvent } from '../trace/event.js';
import { type Capabilities, pad, present, width, wrap, write } from '../terminal/index.js';
import type { Source, ViewOutput } from './contract.js';
import { number, text } from './scene/arguments.js';
import { laneKey } from './scene/scene.js';
import { sentence } from './words/sentence.js';

const TIME_COLUMNS = 8;
const PID_COLUMNS = 6;
const NAME_COLUMNS = 10;
const LONGEST_NAME = 20;
/** With less room beside time, PID and name, the sentence gets lines of its own. */
const FEWEST_FOR_WORDS = 16;

/**
 * Writes one event a line, in the order in which they come: seconds since the first, PID, name, and what happens in
 * words. Rejects when the output cannot be written.
 */
export async function showLines(source: Source, { output, capabilities }: ViewOutput): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const format = lineFormatter(capabilities);
  for await (const event of source.events) {
    events.push(event);
    await write(output, format(event).map((line) => `${line}\n`).join(''));
  }
  return events;
}

/** Remembers when the trace began and what its processes are called. Through a pipe, lines may be of any length. */
export function lineFormatter({ terminal, columns, unicode }: Capabilities): (event: TraceEvent) => string[] {
  const names = new Map<string, string>();
  let origin: number | undefined;
  const room = terminal ? columns : Number.POSITIVE_INFINITY;

  return (event) => {
    origin ??= event.ts;
    learnName(names, event);
    const { pid, tid, words } = sentence(event);
    const seconds = ((event.ts - origin) / 1e6).toFixed(3);
    const name = names.get(laneKey({ pid, tid })) ?? nameless(event);
    const head = [
      seconds.padStart(TIME_COLUMNS),
      `${pid}`.padStart(PID_COLUMNS),
      pad(name, Math.min(LONGEST_NAME, Math.max(NAME_COLUMNS, width(name)))),
    ].join(' ');
    return present(terminal ? wrapped(`${head} `, words, columns) : [`${head} ${words}`], { columns: room, unicode });
  };
}

function wrapped(head: string, words: string, columns: number): string[] {
  const isNarrow = columns - width(head) < FEWEST_FOR_WORDS;
  return isNarrow ? [head, ...wrap(words, columns, '    ')] : wrap(words, columns, head);
}

function learnName(names: Map<string, string>, event: TraceEvent): void {
  const name = text(event.args, 'name');
  const child = event.cat === 'process' && event.name === 'started' ? number(event.args, 'child') : undefined;
  if (event.ph === 'M') {
    names.set(laneKey(event), name);
  } else if (child !== undefined) {
    names.set(laneKey({ pid: child, tid: child }), name);
  }
}

/** What is said of the whole program may come before its process has said its name. */
function nameless({ cat }: TraceEvent): string {
  return cat === 'stage' || cat === 'output' ? 'program' : '';
}
