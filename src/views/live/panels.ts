import { glyphs, pad, type Paint, width } from '../../terminal/index.js';
import { MARGIN, measureHeads } from '../draw/lanes.js';
import { inOrder } from '../scene/doing.js';
import type { Pipe } from '../scene/pipe.js';
import { type Pool, waitingCount, waitingItems } from '../scene/pool.js';
import type { Queue } from '../scene/queue.js';
import { mainLane, type Scene } from '../scene/scene.js';

/** Data that processes share or exchange: a label, and what there is to say of it. */
interface Panel {
  readonly label: string;
  readonly text: string;
}

const directions = [
  ['left', 'right'],
  ['right', 'left'],
] as const;
const LONGEST_BAR = 20;
/** Of a program with many, the latest. */
const MOST_JOBS = 2;
const ORDER_NOTE = '  in the order of the items';
const MOST_PRINTED = 3;
const NARROWEST_LABEL = 7;

/** Panels as lines, their texts under the tracks of the lanes. */
export function panelLines(scene: Scene, columns: number, paint: Paint): string[] {
  const heads = measureHeads(inOrder(scene));
  const indent = Math.max(MARGIN + NARROWEST_LABEL + 2, Math.min(heads.indent, Math.floor(columns / 4)));
  return panels(scene, columns - indent - 1, paint).map(({ label, text }) => {
    return `${' '.repeat(MARGIN)}${paint.dim(pad(label, indent - MARGIN - 2))}  ${text}`;
  });
}

/** All data that the trace has told of; `columns` is the room for each text. */
function panels(scene: Scene, columns: number, paint: Paint): Panel[] {
  return [
    ...[...scene.pools.values()].slice(-MOST_JOBS).flatMap((pool) => poolPanels(pool, columns)),
    ...[...scene.queues].map(([label, queue]) => ({ label, text: queueText(queue, columns, paint) })),
    ...[...scene.pipes].flatMap(([label, pipe]) => pipePanels(scene, label, pipe)),
    ...lockPanels(scene),
    ...[...scene.cells].map(([label, values]) => ({ label, text: values.join(' ') })),
    ...scene.printed.slice(-MOST_PRINTED).map((text, index) => ({ label: index === 0 ? 'printed' : '', text })),
  ];
}

function poolPanels(pool: Pool, columns: number): Panel[] {
  const count = waitingCount(pool);
  const waiting = waitingItems(pool, columns).map((index) => index + 1).join(' ');
  const back = pool.items === undefined ? `${pool.back}` : `${pool.back} of ${pool.items}`;
  const results = `${back}  ${resultList(pool, columns - width(back) - 2)}`;
  return [
    ...(count === undefined ? [] : [{ label: 'waiting', text: count === 0 ? 'none' : waiting }]),
    { label: 'results', text: width(results) + width(ORDER_NOTE) <= columns ? results + ORDER_NOTE : results },
  ];
}

/** Results in the order of their items, with a dot for each that is missing; the first of these is always in sight. */
function resultList({ items, results }: Pool, columns: number): string {
  const missing = results.findIndex((result) => result === undefined);
  let from = missing === -1 ? results.length : missing;
  let room = columns - width(`${glyphs.ellipsis} ${glyphs.wait} ${glyphs.ellipsis}`);
  while (from > 0 && room > width(results[from - 1] ?? '')) {
    from--;
    room -= width(results[from] ?? '') + 1;
  }
  const length = Math.max(0, Math.min((items ?? results.length) - from, columns));
  const shown = Array.from({ length }, (_, index) => results[from + index] ?? glyphs.wait);
  return `${from > 0 ? `${glyphs.ellipsis} ` : ''}${shown.join(' ')}`;
}

function queueText({ size, peak, items, closed }: Queue, columns: number, paint: Paint): string {
  const scale = Math.min(1, LONGEST_BAR / peak, columns / 2 / peak);
  const [full, most] = [Math.ceil(size * scale), Math.ceil(peak * scale)];
  const bar = `${paint.work(glyphs.full.repeat(full))}${paint.dim(glyphs.empty.repeat(most - full))}`;
  const values = items.map(({ value }) => value).join(' ');
  return `${peak === 0 ? '' : `${bar}  `}${size} in it${values === '' ? '' : `: ${values}`}${closed ? ', closed' : ''}`;
}

function pipePanels(scene: Scene, label: string, { messages, received, closed }: Pipe): Panel[] {
  const flows = directions.flatMap(([from, to]) => {
    const values = messages.filter((message) => message.from === from).map(({ value }) => value);
    return values.length === 0 ? [] : [`${from} ${glyphs.arrow} ${to}: ${values.join(' ')}`];
  });
  const way = flows.length === 0 ? 'nothing on its way' : flows.join(', ');
  const closers = directions.flatMap(([end]) => {
    const names = closed.filter((copy) => copy.end === end).map(({ pid }) => mainLane(scene, pid)?.name ?? `${pid}`);
    return names.length === 0 ? [] : [`${end} in ${names.join(', ')}`];
  });
  return [
    { label, text: `${way}, ${received} received` },
    ...(closers.length === 0 ? [] : [{ label: 'closed', text: closers.join('; ') }]),
  ];
}

/** Who holds each lock that anybody holds or waits for, and how many wait. */
function lockPanels(scene: Scene): Panel[] {
  const spans = [...scene.lanes.values()].flatMap(({ pid, open }) => open.map((span) => ({ pid, ...span })));
  const ofLocks = spans.filter(({ cat }) => cat === 'lock');
  return [...new Set(ofLocks.map(({ label }) => label))].map((label) => {
    const holder = ofLocks.find((span) => span.label === label && span.kind === 'hold');
    const waiting = ofLocks.filter((span) => span.label === label && span.kind === 'wait').length;
    const held = holder === undefined ? 'free' : `held by ${holder.pid}`;
    return { label, text: waiting === 0 ? held : `${held}, ${waiting} waiting` };
  });
}
