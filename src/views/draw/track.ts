import { fit, glyphs, type Paint, width } from '../../terminal/index.js';
import type { Block, BlockOutcome, Lane, Mark } from '../scene/lane.js';
import { Row } from './row.js';
import { columnOf, type Scale } from './scale.js';

/** A block, or a span that has not ended yet. */
type Stretch = Omit<Block, 'outcome' | 'count'> & { readonly outcome: BlockOutcome | 'open' };

/** A stretch on the columns from `from` up to, but not including, `to`. */
interface Placed extends Stretch {
  readonly from: number;
  readonly to: number;
}

const markGlyphs = { put: glyphs.put, get: glyphs.get, mark: glyphs.mark } as const;
const FEWEST_FOR_PART_OF_LABEL = 4;

/** The history of a lane on a scale: blocks of work, dots for waits, arrows for messages, a cross for its death. */
export function track(lane: Lane, scale: Scale, now: number, paint: Paint): string {
  const row = new Row(scale.columns);
  const placed = stretches(lane, now).map((stretch) => place(stretch, scale));
  for (const { kind, from, to } of placed) {
    row.fill(from, to, kind === 'wait' ? glyphs.wait : ' ', kind === 'wait' ? paint.dim : paint.workGround);
  }
  const boxes = placed.filter(({ kind }) => kind !== 'wait');
  for (const box of boxes) {
    const isMoment = box.to - box.from === 1 && box.outcome === 'done';
    if (isMoment) {
      drawMoment(row, box, rightEdge(box.start, boxes, scale), paint);
    } else {
      drawBox(row, box, paint);
    }
  }
  drawMarks(row, lane.marks, boxes, scale, paint);
  if (lane.life.kind === 'killed') {
    row.put(columnOf(scale, lane.life.at), glyphs.death, paint.bad);
  }
  return row.toString();
}

/** What is worth showing, outer stretches first: a process's whole function only if no pieces of it are known. */
function stretches({ blocks, open, marks }: Lane, now: number): Stretch[] {
  const all = [...blocks, ...open.map((span) => ({ ...span, end: now, outcome: 'open' as const }))];
  const hasWork = all.some(({ kind }) => kind === 'work');
  const isAlone = marks.length === 0 && all.every(({ kind }) => kind === 'run');
  return all
    .filter(({ kind }) => !(kind === 'run' && hasWork))
    .map((stretch) => (stretch.kind === 'run' && !isAlone ? { ...stretch, label: '' } : stretch))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** A wait too short for a column is not drawn; work always is. */
function place(stretch: Stretch, scale: Scale): Placed {
  const from = columnOf(scale, stretch.start);
  const to = columnOf(scale, stretch.end) + (stretch.outcome === 'open' ? 1 : 0);
  return { ...stretch, from, to: stretch.kind === 'wait' ? to : Math.max(from + 1, to) };
}

/** Work that has no room for two edges; a lock that is held within other work stays left of the edge of that. */
function drawMoment(row: Row, { kind, from }: Placed, limit: number, paint: Paint): void {
  const isHold = kind === 'hold';
  row.put(isHold ? Math.min(from, limit - 1) : from, isHold ? glyphs.holdShort : glyphs.blockShort, paint.work);
}

/** The edges and the label of a block. What goes on has no right edge, and what a death has ended gets its cross. */
function drawBox(row: Row, { from, to, label, outcome }: Placed, paint: Paint): void {
  // The label of what goes on may lie over the time to come.
  row.put(from + 1, labelFor(label, outcome === 'open' ? Number.POSITIVE_INFINITY : to - from - 2));
  row.restyle(from + 1, to, paint.workGround);
  row.put(from, glyphs.blockStart, paint.work);
  if (outcome === 'done') {
    row.put(to - 1, glyphs.blockEnd, paint.work);
  } else if (outcome === 'failed') {
    row.put(to - 1, glyphs.death, paint.bad);
  }
}

function labelFor(label: string, room: number): string {
  if (width(label) < room) {
    return ` ${label}`;
  }
  return width(label) === room || room >= FEWEST_FOR_PART_OF_LABEL ? fit(label, room) : '';
}

/** The latest mark of each column, with its label. If most labels have no room, only the very latest is shown. */
function drawMarks(row: Row, marks: readonly Mark[], boxes: readonly Placed[], scale: Scale, paint: Paint): void {
  const visible = [...new Map(marks.map((mark) => [columnOf(scale, mark.at), mark])).values()];
  const limits = visible.map(({ at }) => Math.min(rightEdge(at, boxes, scale), nextStart(at, boxes, scale)));
  const columns = visible.map(({ at }, index) => Math.max(0, Math.min(columnOf(scale, at), (limits[index] ?? 0) - 1)));
  const fits = visible.map(({ label }, index) => {
    const end = Math.min(limits[index] ?? 0, columns[index + 1] ?? scale.columns);
    return (columns[index] ?? 0) + 1 + width(label) <= end;
  });
  const areLabelled = fits.filter(Boolean).length * 2 >= visible.length;
  for (const [index, { kind, label }] of visible.entries()) {
    const isLabelled = fits[index] === true && (areLabelled || index === visible.length - 1);
    row.put(columns[index] ?? 0, `${markGlyphs[kind]}${isLabelled ? label : ''}`, paint.strong);
  }
}

/** What happens within a block stays left of its right edge. */
function rightEdge(at: number, boxes: readonly Placed[], scale: Scale): number {
  const around = boxes.find(({ kind, start, end }) => kind !== 'hold' && start <= at && at <= end);
  return around === undefined || around.outcome === 'open' ? scale.columns : Math.max(around.from + 1, around.to - 1);
}

/** What happens before a block stays left of it, as an item that is taken and then worked on. */
function nextStart(at: number, boxes: readonly Placed[], scale: Scale): number {
  return boxes.find(({ kind, start }) => kind !== 'run' && start >= at)?.from ?? scale.columns;
}
