import type { Aim } from '../../progress/index.js';
import { wrap, write } from '../../terminal/index.js';
import { decideOutput } from '../io.js';
import type { Entry } from '../prompts.js';
import { languageFor, languageName } from '../tutor/language.js';
import type { Session } from '../tutor/session.js';
import { choose } from './choose.js';

const AIMS: readonly Entry<Aim>[] = [
  {
    name: 'An exam on multiprocessing in Python',
    value: 'exam',
    description: 'Python code; each lesson has an answer fit for an exam.',
  },
  {
    name: 'Processes or threads in Node: I have to choose',
    value: 'choose',
    description: 'JavaScript code, and first what helps to choose.',
  },
  { name: 'I teach', value: 'teach', description: 'Code in both languages, all lessons in their order.' },
  { name: 'I am looking around', value: 'look', description: 'Code in both languages, all lessons in their order.' },
];

/**
 * Asks once, at the first start, what brings the learner here; those who skip it are looking around. Without a
 * terminal nobody is asked.
 * @returns the session with what was said
 * @throws Interrupted
 */
export async function askAim(session: Session): Promise<Session> {
  const isAsked = session.state.aim !== undefined || decideOutput(session.io, {}).view !== 'live';
  return isAsked ? session : chooseAim(session);
}

/** Asks again, whatever was said before. @throws Interrupted */
export async function chooseAim(session: Session): Promise<Session> {
  const { journal, capabilities, io, prefix, state } = session;
  const skipped = state.aim ?? 'look';
  const aim = (await choose('What brings you here? (Escape skips this)', AIMS, skipped, session, 'skip')) ?? skipped;
  const keepsLanguage = state.aim === undefined || state.aim === aim;
  const lang = (keepsLanguage ? state.lang : undefined) ?? languageFor(aim);
  journal.append({ kind: 'settings', aim, lang });
  const says = `Lessons show ${languageName(lang)}. To change that: ${prefix}mp-tutor learn --lang python, js or both.`;
  await write(io.stdout, `${wrap(says, capabilities.columns - 1, ' ').join('\n')}\n\n`);
  return { ...session, state: journal.read().state, lang };
}
