import type { Call } from '../../course/index.js';
import { clean } from '../../terminal/index.js';
import type { Left, Pages } from '../../terminal/pages/index.js';
import type { Interrupts } from '../interrupts.js';
import { joined } from './lines.js';
import type { Ran } from './ran.js';
import { detailLines, seenLines } from './ran-lines.js';
import { runCall } from './run-call.js';
import type { Session } from './session.js';

/** Runs a call on the whole terminal, then shows what was seen until the learner goes on. */
export async function showRun(call: Call, session: Session, pages: Pages, interrupts: Interrupts): Promise<void> {
  pages.suspend();
  const ran = await runCall(call, session, interrupts, 'live');
  if (ran && !interrupts.signal.aborted) {
    await showRan(ran, session, pages, [seenLines, detailLines]);
  }
}

/** Shows parts of a run as a page, until the learner goes on or back. */
export function showRan(
  ran: Ran,
  { capabilities }: Session,
  pages: Pages,
  parts: readonly (typeof seenLines)[] = [detailLines],
): Promise<Left> {
  return pages.show({
    left: clean(ran.call.text),
    right: '',
    body: (columns) => joined(parts.map((part) => part(ran, { ...capabilities, columns }))),
    keys: [],
    forward: 'back',
    hasBack: true,
  });
}
