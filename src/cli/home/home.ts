import { availableParallelism } from 'node:os';
import { pad } from '../../terminal/index.js';
import { EXIT, explainError, Interrupted } from '../exit.js';
import { counted } from '../figures.js';
import type { Io } from '../io.js';
import type { Moment } from '../../quiz/index.js';
import { dayOf } from '../tutor/today.js';
import { withdrawnNow } from '../tutor/withdrawn.js';
import { openSession, type Session, tellOfBroken, tellOfTrouble } from '../tutor/session.js';
import { act } from './act.js';
import { choose } from './choose.js';
import { askAim } from './first-start.js';
import { type Choice, menu } from './menu.js';

/** Exit codes from here on say that a signal ended us. */
const FIRST_OF_SIGNALS = 128;

/** The menu, again after each thing that was done. @returns the exit code; throws Interrupted */
export async function home(io: Io): Promise<number> {
  let session = await askAim(await openSession(io, {}));
  tellOfBroken(session);
  let last: Choice | undefined;
  for (;;) {
    const { state } = session.journal.read();
    session = { ...session, state, lang: state.lang ?? session.lang };
    last = await choose(heading(session), menu(session, state, await momentOf(session)), last, session);
    if (last === undefined || last === 'leave') {
      tellOfTrouble(session);
      return EXIT.well;
    }
    const code = await actOrExplain(last, session);
    if (code >= FIRST_OF_SIGNALS) {
      return code;
    }
  }
}

async function momentOf(session: Session): Promise<Moment> {
  const now = new Date();
  return { now: now.getTime(), today: dayOf(now), withdrawn: await withdrawnNow(session) };
}

/** What goes wrong with one thing does not end the menu. */
async function actOrExplain(choice: Exclude<Choice, 'leave'>, session: Session): Promise<number> {
  try {
    return await act(choice, session);
  } catch (error) {
    if (error instanceof Interrupted) {
      throw error;
    }
    return explainError(error, session.io);
  }
}

function heading({ capabilities }: Session): string {
  const machine = `Node ${process.versions.node.split('.')[0]} · ${counted(availableParallelism(), 'core')}`;
  return `${pad('mp-tutor', capabilities.columns - machine.length - 3)}${machine}`;
}
