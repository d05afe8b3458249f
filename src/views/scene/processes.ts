import type { InstantEvent, NameEvent } from '../../trace/event.js';
import { number, text } from './arguments.js';
import { die, isAlive, type Lane } from './lane.js';
import { changeLane, type Scene } from './scene.js';

/** A process or a thread says its name, the first thing that it does. */
export function reduceName(scene: Scene, event: NameEvent): Scene {
  const name = text(event.args, 'name');
  return changeLane(scene, event, (lane) => ({
    ...appear(lane),
    name,
    parent: number(event.args, 'parent') ?? lane.parent,
  }));
}

/** A parent tells of a child. */
export function reduceProcess(scene: Scene, { name, pid, args }: InstantEvent, at: number): Scene {
  const child = number(args, 'child');
  if (child === undefined) {
    return scene;
  }
  switch (name) {
    case 'started':
      return changeLane(scene, { pid: child, tid: child }, (lane) => ({
        ...lane,
        name: lane.name || text(args, 'name'),
        parent: lane.parent ?? pid,
      }));
    case 'exit':
      return { ...scene, lanes: new Map([...scene.lanes].map(([key, lane]) => [key, endIn(lane, child)])) };
    default:
      return scene;
  }

  /** Threads end with their process. */
  function endIn(lane: Lane, process: number): Lane {
    if (lane.pid !== process || !isAlive(lane)) {
      return lane;
    }
    const signal = text(args, 'signal');
    const hasSignal = args['signal'] !== null && signal !== '';
    return die(lane, hasSignal ? { kind: 'killed', at, signal } : { kind: 'exited', at, code: number(args, 'code') });
  }
}

/** A signal that cannot be caught was sent to a process: it ends, and its threads with it. */
export function killProcess(scene: Scene, pid: number | undefined, at: number): Scene {
  const killed = (lane: Lane): Lane =>
    lane.pid === pid && isAlive(lane) ? die(lane, { kind: 'killed', at, signal: 'SIGKILL' }) : lane;
  return { ...scene, lanes: new Map([...scene.lanes].map(([key, lane]) => [key, killed(lane)])) };
}

/** A process that does something is no longer starting. */
export function appear(lane: Lane): Lane {
  return lane.life.kind === 'starting' ? { ...lane, life: { kind: 'alive' } } : lane;
}
