import { inOrder, isChild } from '../scene/doing.js';
import { isAlive } from '../scene/lane.js';
import type { Scene } from '../scene/scene.js';

/** What the keys mean and the screen shows just now. */
export type Mode =
  /** A notice stands in place of the keys until one is pressed. */
  | { readonly kind: 'watching'; readonly notice?: string }
  /** The viewer has asked to kill a process, and is asked which of these, though some may end meanwhile. */
  | { readonly kind: 'choosing'; readonly pids: readonly number[] }
  /** The viewer reads the source, from a line on, counted from 0. */
  | { readonly kind: 'reading'; readonly line: number };

/** What the viewer wants to be done. */
export type Action =
  | { readonly kind: 'stop' | 'continue' | 'leave' | 'interrupt' }
  | { readonly kind: 'kill'; readonly pid: number };

export interface Step {
  readonly mode: Mode;
  readonly action?: Action;
}

export const watching: Mode = { kind: 'watching' };

/** What a key does. `lines` are those of the source, `page` as many as the screen shows at once. */
export function press(mode: Mode, key: string, scene: Scene, source: { lines: number; page: number }): Step {
  if (key === 'ctrl-c') {
    return { mode, action: { kind: 'interrupt' } };
  }
  switch (mode.kind) {
    case 'watching':
      return watch(key, scene);
    case 'choosing': {
      const chosen = mode.pids[Number(key) - 1];
      return chosen === undefined ? { mode: watching } : kill(chosen);
    }
    case 'reading':
      return read(mode.line, key, source);
  }
}

/** The PIDs of the processes that may be killed: those alive, but for the one that started the others. */
function victims(scene: Scene): number[] {
  return inOrder(scene)
    .filter((lane) => lane.tid === lane.pid && isAlive(lane) && isChild(scene, lane))
    .slice(0, 9)
    .map(({ pid }) => pid);
}

function watch(key: string, scene: Scene): Step {
  switch (key) {
    case 'space':
      return { mode: watching, action: { kind: scene.stoppedAt === undefined ? 'stop' : 'continue' } };
    case 'k': {
      const pids = victims(scene);
      const [only, ...others] = pids;
      if (only === undefined) {
        return { mode: watching };
      }
      return others.length === 0 ? kill(only) : { mode: { kind: 'choosing', pids } };
    }
    case 's':
      return { mode: { kind: 'reading', line: 0 } };
    case 'q':
      return { mode: watching, action: { kind: 'leave' } };
    default:
      return { mode: watching };
  }
}

function kill(pid: number): Step {
  return { mode: watching, action: { kind: 'kill', pid } };
}

function read(line: number, key: string, { lines, page }: { lines: number; page: number }): Step {
  const moves: Readonly<Record<string, number>> = {
    up: -1,
    down: 1,
    space: page,
    pagedown: page,
    pageup: -page,
    home: -lines,
    end: lines,
  };
  switch (key) {
    case 's':
    case 'escape':
      return { mode: watching };
    case 'q':
      return { mode: watching, action: { kind: 'leave' } };
    default: {
      const last = Math.max(0, lines - page);
      return { mode: { kind: 'reading', line: Math.min(last, Math.max(0, line + (moves[key] ?? 0))) } };
    }
  }
}
