import type { Lane } from './lane.js';
import { mainLane, type Scene } from './scene.js';

/** What a process or thread is doing now, or how it ended, in words. */
export function doing(scene: Scene, lane: Lane): string {
  switch (lane.life.kind) {
    case 'killed':
      return `killed by ${lane.life.signal}`;
    case 'exited':
      return lane.life.code ? `ended with exit code ${lane.life.code}` : 'ended';
    case 'starting':
      return 'starting';
    case 'alive':
      return scene.stoppedAt === undefined ? activity(scene, lane) : 'stopped';
  }
}

/** The latest thing that it has begun; that it holds a lock meanwhile is worth saying. */
function activity(scene: Scene, lane: Lane): string {
  const latest = lane.open.at(-1);
  if (latest === undefined) {
    return isChild(scene, lane) ? 'idle' : 'running';
  }
  const held = lane.open.filter((span) => span.kind === 'hold' && span !== latest);
  return held.length === 0 ? latest.doing : `${latest.doing}, ${held.map((span) => span.doing).join(', ')}`;
}

/** Whether another process of the program has started it. */
export function isChild(scene: Scene, lane: Lane): boolean {
  return lane.parent !== undefined && mainLane(scene, lane.parent) !== undefined;
}

/** All lanes: each process, its threads, and then its children, in the order in which they were first heard of. */
export function inOrder(scene: Scene): Lane[] {
  const lanes = [...scene.lanes.values()];
  const isMain = (lane: Lane) => lane.pid === lane.tid;
  const family = (lane: Lane): Lane[] => [
    lane,
    ...lanes.filter((other) => other.pid === lane.pid && !isMain(other)).toSorted((a, b) => a.tid - b.tid),
    ...lanes.filter((other) => isMain(other) && other.parent === lane.pid && other !== lane).flatMap(family),
  ];
  const isRoot = (lane: Lane) => (isMain(lane) ? !isChild(scene, lane) : mainLane(scene, lane.pid) === undefined);
  return lanes.filter(isRoot).flatMap((lane) => (isMain(lane) ? family(lane) : [lane]));
}
