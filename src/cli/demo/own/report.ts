import { isAsleep } from '../../../trace/asleep.js';
import { next, printed, sceneOf, seenFromOutside, type Suggestion, timeline, waitsSection, whatYouSaw } from '../../../views/index.js';
import { joinSections, type Style } from '../report.js';
import { lessonsOn } from './lessons.js';
import { type RanOwn, sentencesOn } from './sentences.js';

/** What is said after a run of a learner's program. */
export function report(name: string, ran: RanOwn, { capabilities, prefix, withOutput }: Style): string {
  const { events, outcome, hasLeft } = ran;
  const scene = sceneOf(events);
  const suggested = hasLeft ? [] : suggestions(name, ran, scene.lanes.size > 1, prefix);
  return joinSections([
    // Of one process alone there is nothing to see.
    scene.lanes.size > 1 ? timeline(scene, capabilities) : [],
    withOutput ? printed(scene, capabilities) : [],
    whatYouSaw(sentencesOn(ran), capabilities),
    waitsSection(outcome.waits, scene.lanes, capabilities),
    seenFromOutside(outcome.processes, scene.lanes, capabilities),
    suggested.length === 0 ? [] : next(suggested, capabilities),
  ]);
}

/** Where to read about what happened, more time for what was not finished, and what changes results. */
function suggestions(
  name: string,
  { program: { python, args, stdout, limitMs }, outcome, events }: RanOwn,
  hasChildren: boolean,
  prefix: string,
): Suggestion[] {
  const given = args.length > 0 ? ' -- …' : '';
  const command = (option: string): string => `${prefix}mp-tutor demo ${name} ${option}${given}`;
  const isUnfinished = outcome.ending === 'limit' && (!outcome.hung || isAsleep(outcome.waits, events));
  const other = stdout === 'pipe' ? 'terminal' : 'pipe';
  return [
    ...lessonsOn(outcome, events).map(({ lesson, why }) => ({ command: `${prefix}mp-tutor learn ${lesson}`, why })),
    ...(isUnfinished ? [{ command: command(`--limit ${Math.ceil((limitMs * 3) / 1000)}`), why: 'more time for it' }] : []),
    ...(python && hasChildren
      ? [{ command: command(`--start-method ${python.startMethod === 'spawn' ? 'fork' : 'spawn'}`), why: 'when its processes are started otherwise' }]
      : []),
    ...(python ? [{ command: command(`--stdout ${other}`), why: `what it prints to a ${other}, and when` }] : []),
  ];
}
