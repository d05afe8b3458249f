import { glyphs, type Paint } from '../../terminal/index.js';
import { head, type Heads, MARGIN, measureHeads } from '../draw/lanes.js';
import { axis, liveScale } from '../draw/scale.js';
import { track } from '../draw/track.js';
import { doing, inOrder } from '../scene/doing.js';
import { isAlive, type Lane } from '../scene/lane.js';
import type { Scene } from '../scene/scene.js';

/** What the lanes of a live view are drawn with. */
export interface LaneOptions {
  readonly columns: number;
  /** The program's time. */
  readonly time: number;
  /** The numbers by which processes can be chosen now, by their PIDs. */
  readonly numbers: ReadonlyMap<number, number>;
  readonly paint: Paint;
}

/** Below this, words have no room beside the track. */
const FEWEST_FOR_ONE_LINE = 72;
const WORDS = 24;
/** As in `waiting for lock 2, holds lock 1`. */
const WORDS_OF_CHANNELS = 32;

/** Lines for the lanes in at most `rows` rows: what each has done and does now, above a time axis. */
export function laneLines(scene: Scene, rows: number, options: LaneOptions): string[] {
  const lanes = inOrder(scene);
  const heads = measureHeads(lanes);
  if (options.columns >= FEWEST_FOR_ONE_LINE) {
    return oneLineEach(scene, lanes, heads, rows, options);
  }
  const hasRoom = lanes.length * 2 < rows;
  return hasRoom ? twoLinesEach(scene, lanes, heads, options) : wordsOnly(scene, lanes, heads, rows, options);
}

function oneLineEach(scene: Scene, lanes: Lane[], heads: Heads, rows: number, options: LaneOptions): string[] {
  const { columns, time, paint } = options;
  const beside = sharesChannels(scene, lanes) ? WORDS_OF_CHANNELS : WORDS;
  const scale = liveScale(time, columns - heads.indent - beside - 3);
  const lines = choose(lanes, rows - 1).map((lane) => {
    return `${start(lane, heads, options)}${track(lane, scale, time, paint)}  ${doing(scene, lane)}`;
  });
  const more = moreLine(lanes.length - lines.length);
  return [...lines, ...more, `${' '.repeat(heads.indent)}${paint.dim(axis(scale))}`];
}

/** Those who wait for each other need more words; that this is so is known from the first wait on. */
function sharesChannels(scene: Scene, lanes: readonly Lane[]): boolean {
  const hasLocks = lanes.some(({ blocks, open }) => [...blocks, ...open].some(({ kind }) => kind === 'hold'));
  return hasLocks || scene.queues.size + scene.pipes.size > 0;
}

function twoLinesEach(scene: Scene, lanes: Lane[], heads: Heads, options: LaneOptions): string[] {
  const { columns, time, paint } = options;
  const margin = ' '.repeat(MARGIN + 2);
  const scale = liveScale(time, columns - margin.length - 1);
  const lines = lanes.flatMap((lane) => [
    `${start(lane, heads, options)}${doing(scene, lane)}`,
    `${margin}${track(lane, scale, time, paint)}`,
  ]);
  return [...lines, `${margin}${paint.dim(axis(scale))}`];
}

function wordsOnly(scene: Scene, lanes: Lane[], heads: Heads, rows: number, options: LaneOptions): string[] {
  const lines = choose(lanes, rows).map((lane) => `${start(lane, heads, options)}${doing(scene, lane)}`);
  return [...lines, ...moreLine(lanes.length - lines.length)];
}

function start(lane: Lane, heads: Heads, { numbers, paint }: LaneOptions): string {
  const number = lane.tid === lane.pid ? numbers.get(lane.pid) : undefined;
  const margin = number === undefined ? ' '.repeat(MARGIN) : paint.strong(` ${number}`.padEnd(MARGIN));
  return `${margin}${head(lane, heads, paint)}`;
}

/** As many lanes as have room, beside a line for those that have none: first those of the living. */
function choose(lanes: readonly Lane[], rows: number): Lane[] {
  if (lanes.length <= rows) {
    return [...lanes];
  }
  const byLife = [...lanes.filter(isAlive), ...lanes.filter((lane) => !isAlive(lane)).toReversed()];
  const chosen = new Set(byLife.slice(0, Math.max(0, rows - 1)));
  return lanes.filter((lane) => chosen.has(lane));
}

function moreLine(count: number): string[] {
  return count === 0 ? [] : [`${' '.repeat(MARGIN)}${glyphs.ellipsis} and ${count} more`];
}
