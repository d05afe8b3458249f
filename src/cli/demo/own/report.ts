import { next, printed, sceneOf, seenFromOutside, type Suggestion, timeline, waitsSection, whatYouSaw } from '../../../views/index.js';
import { joinSections, type Style } from '../report.js';
import { type RanOwn, sentencesOn } from './sentences.js';

/** What is said after a run of a learner's program. */
export function report(name: string, ran: RanOwn, { capabilities, prefix, withOutput }: Style): string {
  const { program, events, outcome, hasLeft } = ran;
  const scene = sceneOf(events);
  return joinSections([
    scene.lanes.size > 0 ? timeline(scene, capabilities) : [],
    withOutput ? printed(scene, capabilities) : [],
    whatYouSaw(sentencesOn(ran), capabilities),
    waitsSection(outcome.waits, scene.lanes, capabilities),
    seenFromOutside(outcome.processes, scene.lanes, capabilities),
    hasLeft ? [] : next(suggestions(name, ran, prefix), capabilities),
  ]);
}

/** What else can be tried: what changes results, and more time for what was not finished. */
function suggestions(name: string, { program: { python, args, stdout, limitMs }, outcome }: RanOwn, prefix: string): Suggestion[] {
  const given = args.length > 0 ? ' -- …' : '';
  const command = (option: string): string => `${prefix}mp-tutor demo ${name} ${option}${given}`;
  const isUnfinished = outcome.ending === 'limit' && !outcome.hung;
  return [
    ...(isUnfinished ? [{ command: command(`--limit ${Math.ceil((limitMs * 3) / 1000)}`), why: 'give it more time' }] : []),
    ...(python
      ? [
          { command: command(`--start-method ${python.startMethod === 'spawn' ? 'fork' : 'spawn'}`), why: 'does it also go well when processes start otherwise?' },
          { command: command(`--stdout ${stdout === 'pipe' ? 'terminal' : 'pipe'}`), why: `what does it print to a ${stdout === 'pipe' ? 'terminal' : 'pipe'}, and when?` },
        ]
      : []),
  ];
}
