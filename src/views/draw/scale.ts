import { glyphs, width } from '../../terminal/index.js';
import { Row } from './row.js';

/** How a stretch of the program's time lies on the columns of a line. */
export interface Scale {
  readonly columns: number;
  /** µs from the first column to the end of the last. */
  readonly span: number;
}

const SECOND = 1e6;
const LIVE_SPANS = [5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600];
const STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, ...LIVE_SPANS];
const COLUMNS_BETWEEN_TICKS = 6;

/** A scale for a program that still runs: it stays as it is for a while, then everything moves together, once. */
export function liveScale(time: number, columns: number): Scale {
  const seconds = LIVE_SPANS.find((span) => time <= span * SECOND) ?? time / SECOND;
  return { columns, span: seconds * SECOND };
}

/** A scale on which all of a program that has ended just fits. */
export function stillScale(time: number, columns: number): Scale {
  return { columns, span: Math.max(1, time) };
}

/** The column in which a moment lies; the last for what is later. */
export function columnOf({ columns, span }: Scale, time: number): number {
  return Math.min(columns - 1, Math.floor((time / span) * columns));
}

/** Seconds, each behind a tick in the column in which it lies: `╵0 s      ╵1        ╵2`. */
export function axis(scale: Scale): string {
  const seconds = scale.span / SECOND;
  const atLeast = (seconds / scale.columns) * COLUMNS_BETWEEN_TICKS;
  const step = STEPS.find((candidate) => candidate >= atLeast) ?? atLeast;
  const row = new Row(scale.columns);
  for (let tick = 0; tick * step < seconds; tick++) {
    const label = `${glyphs.tick}${Number((tick * step).toFixed(3))}${tick === 0 ? ' s' : ''}`;
    const column = columnOf(scale, tick * step * SECOND);
    row.put(column, column + width(label) <= scale.columns ? label : glyphs.tick);
  }
  return row.toString();
}
