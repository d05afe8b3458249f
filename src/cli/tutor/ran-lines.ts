import { demos } from '../../demos/catalogue/index.js';
import type { Capabilities } from '../../terminal/index.js';
import { printed, sceneOf, seenFromOutside, tableSection, timeline, waitsSection, whatYouSaw } from '../../views/index.js';
import { inPage, joined } from './lines.js';
import type { Ran } from './ran.js';

/** Who waited for whom when the run was ended at its limit; nothing if it was not. */
export function waitingLines({ events, waits }: Pick<Ran, 'events' | 'waits'>, capabilities: Capabilities): string[] {
  return inPage((room) => waitsSection(waits, sceneOf(events).lanes, room), capabilities);
}

/** What was seen, in sentences; of a program also what it printed, since that is what it is about. */
export function seenLines({ call, sentences, events }: Ran, capabilities: Capabilities): string[] {
  const parts = (room: Capabilities): string[][] => [
    whatYouSaw(sentences, room),
    call.kind === 'program' ? printed(sceneOf(events), room) : [],
  ];
  return inPage((room) => joined(parts(room)), capabilities);
}

/** All that is left of a run: its figures, its timeline, what it printed, what the operating system said. */
export function detailLines({ call, facts, events, processes, ending }: Ran, capabilities: Capabilities): string[] {
  const scene = sceneOf(events);
  const demo = call.kind === 'demo' && ending === 'exited' ? demos.find(({ name }) => name === call.demo) : undefined;
  const table = demo?.table?.(facts);
  const parts = (room: Capabilities): string[][] => [
    table ? tableSection('In this run', table, room) : [],
    scene.lanes.size > 0 ? timeline(scene, room) : [],
    printed(scene, room),
    processes.length > 0 ? seenFromOutside(processes, scene.lanes, room) : [],
  ];
  return inPage((room) => joined(parts(room)), capabilities);
}
