import { glyphs, pad, type Paint, width } from '../../terminal/index.js';
import type { Lane } from '../scene/lane.js';

/** Columns for the parts of a lane: its PID, its name, and all that is left of them. */
export interface Heads {
  readonly pid: number;
  readonly name: number;
  /** The margin, PID and name, and the spaces between and after them. */
  readonly indent: number;
}

/** Columns before each PID. */
export const MARGIN = 3;
const LONGEST_NAME = 14;

/** The columns that PIDs and names of these lanes need. */
export function measureHeads(lanes: readonly Lane[]): Heads {
  const pid = Math.max(0, ...lanes.map((lane) => `${lane.pid}`.length));
  const name = Math.min(LONGEST_NAME, Math.max(7, ...lanes.map((lane) => width(nameOf(lane)))));
  return { pid, name, indent: MARGIN + pid + 1 + name + 2 };
}

/** PID and name; a thread stands under its process. */
export function head(lane: Lane, { pid, name }: Heads, paint: Paint): string {
  const number = lane.tid === lane.pid ? `${lane.pid}` : '';
  return `${paint.strong(number.padStart(pid))} ${pad(nameOf(lane), name)}  `;
}

function nameOf(lane: Lane): string {
  return lane.tid === lane.pid ? lane.name : `${glyphs.branch} ${lane.name}`;
}
