import type { Span, SpanKind } from './span.js';

/** The life of one process, or of one thread in it, as far as its trace tells. */
export interface Lane {
  readonly pid: number;
  /** The PID on the main thread. */
  readonly tid: number;
  readonly name: string;
  /** Undefined for threads, and until a process has said so. */
  readonly parent: number | undefined;
  readonly life: Life;
  /** In the order of their beginnings. */
  readonly open: readonly Span[];
  /** In the order of their ends. */
  readonly blocks: readonly Block[];
  readonly marks: readonly Mark[];
}

/** Times are in µs of the program's time. */
export type Life =
  | { readonly kind: 'starting' }
  | { readonly kind: 'alive' }
  | { readonly kind: 'exited'; readonly at: number; readonly code: number | undefined }
  | { readonly kind: 'killed'; readonly at: number; readonly signal: string };

/** Something that took time and has ended. */
export interface Block {
  readonly kind: SpanKind;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly outcome: BlockOutcome;
  /** More than one when tiny neighbours are remembered together. */
  readonly count: number;
}
export type BlockOutcome = 'done' | 'failed' | 'killed';

/** Something that took no time. */
export interface Mark {
  readonly kind: 'put' | 'get' | 'mark';
  /** The number of the item or message, or what the program said. */
  readonly label: string;
  readonly at: number;
}

/** What lies closer together than this cannot be told apart on any terminal, and is remembered as one. */
const RESOLUTION = 2_000;

export function newLane(pid: number, tid: number): Lane {
  const name = pid === tid ? '' : 'thread';
  return { pid, tid, name, parent: undefined, life: { kind: 'starting' }, open: [], blocks: [], marks: [] };
}

/** Adds a span that ended to the history. */
export function end(lane: Lane, span: Span, at: number, outcome: BlockOutcome): Lane {
  const { kind, label, start } = span;
  const block = { kind, label, start, end: Math.max(at, start), outcome, count: 1 };
  return { ...lane, open: lane.open.filter((other) => other !== span), blocks: remember(lane.blocks, block) };
}

export function addMark(lane: Lane, mark: Mark): Lane {
  const last = lane.marks.at(-1);
  const isSeen = last !== undefined && last.kind === mark.kind && mark.at - last.at < RESOLUTION;
  return isSeen ? lane : { ...lane, marks: [...lane.marks, mark] };
}

/** The process is gone, and with it whatever it had begun. */
export function die(lane: Lane, life: Extract<Life, { at: number }>): Lane {
  const outcome = life.kind === 'killed' ? 'killed' : 'done';
  return { ...lane.open.reduce((rest, span) => end(rest, span, life.at, outcome), lane), life };
}

export function isAlive({ life }: Lane): boolean {
  return life.kind === 'starting' || life.kind === 'alive';
}

function remember(blocks: readonly Block[], block: Block): readonly Block[] {
  const index = blocks.findLastIndex(({ kind }) => kind === block.kind);
  const last = blocks[index];
  if (last === undefined || !areOne(last, block)) {
    return [...blocks, block];
  }
  const label = last.label === block.label ? last.label : '';
  return blocks.with(index, { ...last, label, end: block.end, count: last.count + 1 });
}

function areOne(last: Block, next: Block): boolean {
  const areTiny = [last, next].every(({ start, end, count }) => count > 1 || end - start < RESOLUTION);
  return areTiny && last.outcome === next.outcome && next.start - last.end < RESOLUTION;
}
