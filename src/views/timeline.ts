import { type Capabilities, glyphs, paint as painter, type Paint, present, width, wrap } from '../terminal/index.js';
import { head, MARGIN, measureHeads } from './draw/lanes.js';
import { axis, type Scale, stillScale } from './draw/scale.js';
import { track } from './draw/track.js';
import { doing, inOrder } from './scene/doing.js';
import { isAlive, type Lane } from './scene/lane.js';
import type { Scene } from './scene/scene.js';

/** Below this, how a process ended has no room beside its track. */
const FEWEST_FOR_FATES = 72;
/** Below this, a track has no room beside PID and name. */
const FEWEST_FOR_ONE_LINE = 40;
const FEWEST_COLUMNS = 20;
const NO_BREAK = '\u00a0';

/** The whole run on one time axis, to be kept on the normal screen after it. */
export function timeline(scene: Scene, capabilities: Capabilities): string[] {
  const columns = Math.max(FEWEST_COLUMNS, capabilities.columns);
  const paint = painter(capabilities.colour);
  const lanes = inOrder(scene);
  const drawn = columns < FEWEST_FOR_ONE_LINE ? twoLinesEach : oneLineEach;
  const lines = [...drawn(scene, lanes, columns, paint), '', ...legendLines(lanes, columns, paint)];
  return present([` ${paint.strong('Timeline')}`, ...lines], capabilities);
}

function oneLineEach(scene: Scene, lanes: readonly Lane[], columns: number, paint: Paint): string[] {
  const heads = measureHeads(lanes);
  const fates = new Map(lanes.map((lane) => [lane, fate(scene, lane)]));
  const beside = columns < FEWEST_FOR_FATES ? 0 : Math.max(0, ...[...fates.values()].map(width));
  const scale = stillScale(scene.latest, columns - heads.indent - 1 - (beside === 0 ? 0 : beside + 2));
  const margin = ' '.repeat(MARGIN);
  return [
    ...lanes.map((lane) => {
      const drawn = `${margin}${head(lane, heads, paint)}${track(lane, scale, scene.latest, paint)}`;
      return beside === 0 ? drawn : `${drawn}  ${fates.get(lane) ?? ''}`;
    }),
    axisLine(scale, heads.indent, paint),
    ...(beside === 0 ? fateLines(scene, lanes) : []),
  ];
}

function twoLinesEach(scene: Scene, lanes: readonly Lane[], columns: number, paint: Paint): string[] {
  const heads = measureHeads(lanes);
  const scale = stillScale(scene.latest, columns - MARGIN - 1);
  const margin = ' '.repeat(MARGIN);
  return [
    ...lanes.flatMap((lane) => [
      `${margin}${head(lane, heads, paint)}`,
      `${margin}${track(lane, scale, scene.latest, paint)}`,
    ]),
    axisLine(scale, MARGIN, paint),
    ...fateLines(scene, lanes),
  ];
}

function axisLine(scale: Scale, indent: number, paint: Paint): string {
  return `${' '.repeat(indent)}${paint.dim(axis(scale))}`;
}

/** How a process ended, if not as it should; what it still waited for, if it did not end. */
function fate(scene: Scene, lane: Lane): string {
  if (isAlive(lane)) {
    return lane.open.some(({ kind }) => kind === 'wait') ? `still ${doing(scene, lane)}` : '';
  }
  const hasEndedWell = lane.life.kind === 'exited' && !lane.life.code;
  return hasEndedWell || lane.tid !== lane.pid ? '' : doing(scene, lane);
}

function fateLines(scene: Scene, lanes: readonly Lane[]): string[] {
  return lanes
    .map((lane) => ({ lane, words: fate(scene, lane) }))
    .filter(({ words }) => words !== '')
    .map(({ lane, words }) => `${' '.repeat(MARGIN)}${lane.pid} ${words}`);
}

/** The meanings of the marks; a line breaks between two of them only. */
function legendLines(lanes: readonly Lane[], columns: number, paint: Paint): string[] {
  const text = legend(lanes).map((meaning) => meaning.replaceAll(' ', NO_BREAK)).join('   ');
  const lines = wrap(text, columns - MARGIN - 1).map((line) => line.replaceAll(NO_BREAK, ' '));
  return lines.map((line) => `${' '.repeat(MARGIN)}${paint.dim(line)}`);
}

/** What the marks mean, of those that occur. */
function legend(lanes: readonly Lane[]): string[] {
  const spans = new Set(lanes.flatMap(({ blocks, open }) => [...blocks, ...open].map(({ kind }) => kind)));
  const marks = new Set(lanes.flatMap((lane) => lane.marks.map(({ kind }) => kind)));
  const isKilled = lanes.some(({ life }) => life.kind === 'killed');
  const blocks = lanes.flatMap((lane) => lane.blocks).filter(({ kind }) => kind !== 'wait');
  const hasFailed = blocks.some(({ outcome }) => outcome === 'failed');
  return [
    ...(spans.has('work') || spans.has('run') ? [`${glyphs.blockStart} ${glyphs.blockEnd} at work`] : []),
    ...(spans.has('hold') ? [`${glyphs.holdShort} holds a lock`] : []),
    ...(spans.has('wait') ? [`${glyphs.wait} waits`] : []),
    ...(marks.has('put') ? [`${glyphs.put} puts or sends`] : []),
    ...(marks.has('get') ? [`${glyphs.get} gets or receives`] : []),
    ...(marks.has('mark') ? [`${glyphs.mark} has reached a mark`] : []),
    ...(isKilled ? [`${glyphs.death} killed`] : hasFailed ? [`${glyphs.death} failed`] : []),
  ];
}
