import { clean, fit, glyphs, pad, type Paint, width } from '../../terminal/index.js';
import type { Subject } from '../contract.js';
import { programTime, type Scene } from '../scene/scene.js';
import { keysLine } from './keys.js';
import { laneLines } from './lanes.js';
import type { Mode } from './mode.js';
import { panelLines } from './panels.js';
import { sourceRows } from './source.js';

/** What a frame is drawn for. */
export interface FrameOptions {
  readonly columns: number;
  readonly rows: number;
  /** In µs of the trace's clock. */
  readonly now: number;
  readonly subject: Subject;
  readonly mode: Mode;
  readonly paint: Paint;
}

/** Frames are laid out for at least so many columns; a narrower terminal shows less of each line. */
const FEWEST_COLUMNS = 20;
/** On a taller terminal the keys stay near the lanes. */
const TALLEST = 24;
/** Below this, only the lanes say that the program is stopped. */
const FEWEST_FOR_STOPPED = 40;
/** With fewer rows there are no blank lines. */
const FEWEST_FOR_BLANKS = 12;

/** What the whole screen shows: at most `rows` lines of at most `columns` columns. */
export function render(scene: Scene, options: FrameOptions): string[] {
  const { subject, mode, paint } = options;
  const wide = { ...options, columns: Math.max(FEWEST_COLUMNS, options.columns) };
  const blank = blankLines(options.rows);
  const rows = bodyRows(options.rows);
  const isReading = mode.kind === 'reading';
  const body = isReading ? sourceRows(subject.source, mode.line, rows, paint) : liveRows(scene, rows, wide);
  const missing = Math.min(rows, bodyRows(TALLEST)) - body.length;
  const filler = Array.from({ length: Math.max(0, missing) }, () => '');
  return [header(scene, wide), ...blank, ...body, ...filler, ...blank, keysLine(scene, wide)]
    .slice(0, options.rows)
    .map((line) => fit(line, options.columns));
}

/** The rows between header and keys, on a screen of so many rows. */
export function bodyRows(rows: number): number {
  return Math.max(0, rows - 2 - 2 * blankLines(rows).length);
}

function blankLines(rows: number): string[] {
  return rows < FEWEST_FOR_BLANKS ? [] : [''];
}

/** Title and subtitle at the left, the program's time at the right. */
function header(scene: Scene, { subject, now, columns, paint }: FrameOptions): string {
  const seconds = `${(programTime(scene, now) / 1e6).toFixed(1)} s `;
  const isStopped = scene.stoppedAt !== undefined && columns >= FEWEST_FOR_STOPPED;
  const clock = isStopped ? `stopped at ${seconds}` : seconds;
  const subtitle = subject.subtitle === '' ? '' : ` ${glyphs.bullet} ${clean(subject.subtitle)}`;
  return `${pad(` ${paint.strong(clean(subject.title))}${subtitle}`, columns - width(clock) - 2)}  ${clock}`;
}

/** The lanes, and below them the data that they share. Each gets what the other leaves, and at least half. */
function liveRows(scene: Scene, rows: number, { columns, now, mode, paint }: FrameOptions): string[] {
  const choices = mode.kind === 'choosing' ? mode.pids : [];
  const numbers = new Map(choices.map((pid, index) => [pid, index + 1]));
  const below = panelLines(scene, columns, paint);
  const gap = below.length === 0 ? [] : blankLines(rows);
  const left = rows - gap.length;
  const forLanes = Math.max(Math.ceil(left / 2), left - below.length);
  const above = laneLines(scene, forLanes, { columns, time: programTime(scene, now), numbers, paint });
  return [...above, ...gap, ...below].slice(0, rows);
}
