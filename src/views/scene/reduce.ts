import type { InstantEvent, TraceEvent } from '../../trace/event.js';
import { clean } from '../../terminal/index.js';
import { list, number, text } from './arguments.js';
import { addMark } from './lane.js';
import { closeEnd, emptyPipe, type Pipe } from './pipe.js';
import { jobKey, newPool, reducePool } from './pool.js';
import { killProcess, reduceName, reduceProcess } from './processes.js';
import { closeQueue } from './queue.js';
import { changeEntry, changeLane, emptyScene, programTime, type Scene } from './scene.js';
import { begin, finish } from './spans.js';

const MOST_PRINTED = 50;

/** The scene after one more event, in the order of the trace's file. An event that makes no sense changes nothing. */
export function reduce(before: Scene, event: TraceEvent): Scene {
  const started = { ...before, origin: before.origin ?? event.ts };
  const at = programTime(started, event.ts);
  const scene = { ...started, latest: Math.max(started.latest, at) };
  switch (event.cat) {
    case 'stage':
      return reduceStage(scene, event);
    case 'output':
      return {
        ...scene,
        printed: [...scene.printed, text(event.args, 'text')].slice(-MOST_PRINTED),
        printedInAll: scene.printedInAll + 1,
      };
    default:
      return reduceProgram(scene, event, at);
  }
}

/** The scene at the end of a trace. */
export function sceneOf(events: Iterable<TraceEvent>): Scene {
  let scene = emptyScene;
  for (const event of events) {
    scene = reduce(scene, event);
  }
  return scene;
}

function reduceStage(scene: Scene, { name, ts, args }: TraceEvent): Scene {
  if (name === 'kill') {
    // Its parent may be stopped, or not trace, and so say nothing of it.
    return killProcess(scene, number(args, 'target'), programTime(scene, ts));
  }
  if (name === 'stop' && scene.stoppedAt === undefined) {
    return { ...scene, stoppedAt: programTime(scene, ts) };
  }
  if (name === 'continue' && scene.stoppedAt !== undefined) {
    const running = { ...scene, stoppedAt: undefined };
    return { ...running, paused: scene.paused + Math.max(0, programTime(running, ts) - scene.stoppedAt) };
  }
  return scene;
}

function reduceProgram(scene: Scene, event: TraceEvent, at: number): Scene {
  switch (event.ph) {
    case 'M':
      return reduceName(scene, event);
    case 'b':
      return begin(scene, event, at);
    case 'e':
      return finish(scene, event, at);
    case 'C':
      return { ...scene, cells: changeEntry(scene.cells, clean(event.name), () => list(event.args)) };
    case 'i':
      return reduceInstant(scene, event, at);
  }
}

function reduceInstant(scene: Scene, event: InstantEvent, at: number): Scene {
  const { cat, pid, args } = event;
  switch (cat) {
    case 'process':
      return reduceProcess(scene, event, at);
    case 'pool':
      return { ...scene, pools: changeEntry(scene.pools, jobKey(pid, args), (pool) => reducePool(pool ?? newPool(args), event)) };
    case 'queue':
      return { ...scene, queues: changeEntry(scene.queues, text(args, 'queue'), closeQueue) };
    case 'pipe': {
      const close = (pipe: Pipe = emptyPipe) => closeEnd(pipe, pid, text(args, 'end'));
      return { ...scene, pipes: changeEntry(scene.pipes, text(args, 'pipe'), close) };
    }
    case 'program':
      return reduceMark(scene, event, at);
    default:
      return scene;
  }
}

function reduceMark(scene: Scene, event: InstantEvent, at: number): Scene {
  switch (event.name) {
    case 'cells':
      return { ...scene, cells: changeEntry(scene.cells, text(event.args, 'name'), () => list(event.args['values'])) };
    case 'fact':
      return scene;
    default:
      return changeLane(scene, event, (lane) => addMark(lane, { kind: 'mark', label: clean(event.name), at }));
  }
}
