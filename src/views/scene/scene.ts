import type { TraceEvent } from '../../trace/event.js';
import { type Lane, newLane } from './lane.js';
import type { Pipe } from './pipe.js';
import type { Pool } from './pool.js';
import type { Queue } from './queue.js';

/** All that a trace has told so far. Times are in µs of the program's time, which stands still while it is stopped. */
export interface Scene {
  /** The `ts` of the first event; undefined before it. */
  readonly origin: number | undefined;
  /** The program's time at the latest event. */
  readonly latest: number;
  /** How long the program was stopped in all. */
  readonly paused: number;
  /** When it was stopped; undefined while it runs. */
  readonly stoppedAt: number | undefined;
  /** A lane for each process and thread by `laneKey`, in the order in which they were first heard of. */
  readonly lanes: ReadonlyMap<string, Lane>;
  /** Pools by the PID of the process that hands out their items. */
  /** What each job of a pool has come to, by `jobKey`. */
  readonly pools: ReadonlyMap<string, Pool>;
  readonly queues: ReadonlyMap<string, Queue>;
  readonly pipes: ReadonlyMap<string, Pipe>;
  /** What shared memory, or a counter, held when the program last said so, by its name. */
  readonly cells: ReadonlyMap<string, readonly string[]>;
  /** The last lines that the program printed. */
  readonly printed: readonly string[];
  /** How many it printed in all. */
  readonly printedInAll: number;
}

export const emptyScene: Scene = {
  origin: undefined,
  latest: 0,
  paused: 0,
  stoppedAt: undefined,
  lanes: new Map(),
  pools: new Map(),
  queues: new Map(),
  pipes: new Map(),
  cells: new Map(),
  printed: [],
  printedInAll: 0,
};

/** The program's time at a moment of the trace's clock: since its first event, without the time it was stopped. */
export function programTime(scene: Scene, ts: number): number {
  const time = Math.max(0, ts - (scene.origin ?? ts) - scene.paused);
  return scene.stoppedAt === undefined ? time : Math.min(time, scene.stoppedAt);
}

export function laneKey({ pid, tid }: Pick<TraceEvent, 'pid' | 'tid'>): string {
  return `${pid}/${tid}`;
}

/** The lane of a process's main thread. */
export function mainLane(scene: Scene, pid: number): Lane | undefined {
  return scene.lanes.get(laneKey({ pid, tid: pid }));
}

/** The scene with one lane changed, which may be heard of for the first time. */
export function changeLane(scene: Scene, of: Pick<TraceEvent, 'pid' | 'tid'>, change: (lane: Lane) => Lane): Scene {
  const lanes = changeEntry(scene.lanes, laneKey(of), (lane = newLane(of.pid, of.tid)) => change(lane));
  return { ...scene, lanes };
}

/** A copy of the map with one entry changed or, from undefined, made. */
export function changeEntry<Key, Value>(
  map: ReadonlyMap<Key, Value>,
  key: Key,
  change: (value: Value | undefined) => Value,
): ReadonlyMap<Key, Value> {
  return new Map(map).set(key, change(map.get(key)));
}
