import type { SpanEvent } from '../../trace/event.js';
import { number, text } from './arguments.js';
import { addMark, end, type Mark } from './lane.js';
import { emptyPipe, reducePipe } from './pipe.js';
import { addComputed, jobKey, newPool } from './pool.js';
import { appear } from './processes.js';
import { emptyQueue, reduceQueue } from './queue.js';
import { changeEntry, changeLane, laneKey, mainLane, type Scene } from './scene.js';
import { type Span, spanOf } from './span.js';

/** A process begins something that takes time. */
export function begin(scene: Scene, event: SpanEvent, at: number): Scene {
  const opened = changeLane(scene, event, (lane) => ({
    ...appear(lane),
    open: [...lane.open, spanOf(event, at)],
  }));
  return hearOf(opened, event);
}

/** What is used for the first time appears, empty; each `map` begins anew. */
function hearOf(scene: Scene, { cat, name, pid, args }: SpanEvent): Scene {
  switch (cat) {
    case 'pool':
      return name === 'map' ? { ...scene, pools: changeEntry(scene.pools, jobKey(pid, args), () => newPool(args)) } : scene;
    case 'queue':
      return { ...scene, queues: changeEntry(scene.queues, text(args, 'queue'), (queue = emptyQueue) => queue) };
    case 'pipe':
      return { ...scene, pipes: changeEntry(scene.pipes, text(args, 'pipe'), (pipe = emptyPipe) => pipe) };
    default:
      return scene;
  }
}

/** What a process began has ended. An end without a beginning, whose line may have been torn, is ignored. */
export function finish(scene: Scene, event: SpanEvent, at: number): Scene {
  const { id, cat, name } = event;
  const span = scene.lanes
    .get(laneKey(event))
    ?.open.find((open) => open.id === id && open.cat === cat && open.name === name);
  if (span === undefined) {
    return scene;
  }
  const outcome = 'error' in event.args ? 'failed' : 'done';
  const mark = markOf(event, span, at);
  const closed = changeLane(scene, event, (lane) => {
    const ended = end(lane, span, at, outcome);
    return mark === undefined ? ended : addMark(ended, mark);
  });
  return effect(closed, event, span);
}

/** A longer value is shown by its number in the queue or pipe. */
const LONGEST_VALUE = 4;

/** Only what really went in or out leaves a mark: not a time limit, an end or an error. */
function markOf({ cat, name, args }: SpanEvent, span: Span, at: number): Mark | undefined {
  const isIn = name === 'put' || name === 'send';
  const value = text(isIn ? span.args : args, 'value').replaceAll("'", '');
  const number = cat === 'queue' ? text(args, 'item') : cat === 'pipe' ? shortName(text(args, 'message')) : '';
  const moved = number !== '' && value !== '' && value.length <= LONGEST_VALUE ? value : number;
  return moved === '' ? undefined : { kind: isIn ? 'put' : 'get', label: moved, at };
}

/** Messages are called by their sender's PID and a number. */
function shortName(message: string): string {
  return message.slice(message.lastIndexOf('.') + 1);
}

function effect(scene: Scene, event: SpanEvent, span: Span): Scene {
  const value = text(span.args, 'value');
  switch (event.cat) {
    case 'pool':
      return event.name === 'task' ? reduceTask(scene, event, span) : scene;
    case 'queue': {
      const change = (queue = emptyQueue) => reduceQueue(queue, event, value);
      return { ...scene, queues: changeEntry(scene.queues, text(span.args, 'queue'), change) };
    }
    case 'pipe': {
      const change = (pipe = emptyPipe) => reducePipe(pipe, event, value);
      return { ...scene, pipes: changeEntry(scene.pipes, text(span.args, 'pipe'), change) };
    }
    default:
      return scene;
  }
}

/** A worker has computed an item for its parent's pool. */
function reduceTask(scene: Scene, { pid, args }: SpanEvent, span: Span): Scene {
  const parent = mainLane(scene, pid)?.parent;
  const key = parent === undefined ? '' : jobKey(parent, span.args);
  const pool = scene.pools.get(key);
  const item = number(span.args, 'index');
  if (pool === undefined || item === undefined) {
    return scene;
  }
  const value = 'error' in args ? 'error' : text(args, 'value');
  return { ...scene, pools: new Map(scene.pools).set(key, addComputed(pool, item, value)) };
}
