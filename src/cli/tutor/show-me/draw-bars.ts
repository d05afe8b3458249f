import { clean, glyphs, pad, width } from '../../../terminal/index.js';
import { counted } from '../../figures.js';
import type { Bar } from './tally.js';

const INDENT = '  ';
const SAID = `  ${glyphs.said} you said`;
const LONGEST_LABEL = 30;
const LONGEST_BAR = 30;
const SHORTEST_BAR = 3;

/** A line for each value; a mark for each run where there is room for that. The counts stand beside them. */
export function drawBars(bars: readonly Bar[], columns: number): string[] {
  const labels = bars.map(({ label }) => clean(label));
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const digits = `${most}`.length;
  const around = INDENT.length + 2 + 1 + digits + width(SAID);
  const longest = Math.min(LONGEST_LABEL, Math.max(...labels.map((label) => width(label))), columns - around - SHORTEST_BAR);
  const room = Math.max(SHORTEST_BAR, Math.min(LONGEST_BAR, columns - around - longest));
  const scale = Math.min(1, room / most);
  return bars.map(({ count, isSaid }, index) => {
    const marks = glyphs.full.repeat(count === 0 ? 0 : Math.max(1, Math.round(count * scale)));
    return `${INDENT}${pad(labels[index] ?? '', longest)}  ${marks === '' ? '' : `${marks} `}${count}${isSaid ? SAID : ''}`;
  });
}

/** The same for those who hear it, as in `3: 4 of 5 runs. You said this.` */
export function tellBars(bars: readonly Bar[]): string[] {
  const all = bars.reduce((sum, { count }) => sum + count, 0);
  return bars.map(({ label, count, isSaid }) => `${clean(label)}: ${count} of ${counted(all, 'run')}.${isSaid ? ' You said this.' : ''}`);
}
