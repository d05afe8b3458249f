import { clean, wrap, write } from '../../terminal/index.js';
import { EXIT, Failure, UsageError } from '../exit.js';
import { counted } from '../figures.js';
import { listenForInterrupts } from '../interrupts.js';
import { commandPrefix, type Io } from '../io.js';
import { confirm } from '../prompts.js';
import { courseState } from '../tutor/next-lesson.js';
import { openSession, type Session, type TutorFlags } from '../tutor/session.js';

/** `progress reset`. @returns the exit code; UsageError where nobody can be asked, Failure if it cannot be written */
export async function reset(flags: TutorFlags & { readonly yes?: boolean }, io: Io): Promise<number> {
  const canAsk = io.stdin.isTTY && io.stdout.isTTY;
  if (!flags.yes && !canAsk) {
    const command = `${commandPrefix(io)}mp-tutor progress reset --yes`;
    throw new UsageError(`without a terminal nobody can be asked. To reset it all the same: ${command}`);
  }
  const session = await openSession(io, flags);
  const { lessons, questions } = courseState(session.course, session.state);
  if (lessons.size === 0 && questions.size === 0) {
    return say('There is nothing to reset: no lesson was opened and no question answered.', session);
  }
  const question = `Forget ${counted(lessons.size, 'lesson')} and ${counted(questions.size, 'answered question')}?`;
  const wanted = flags.yes === true || (await asks(question, session));
  if (typeof wanted === 'number') {
    return wanted;
  }
  if (!wanted) {
    return say('Nothing was changed.', session);
  }
  session.journal.append({ kind: 'reset', course: session.course.id });
  if (session.journal.trouble !== undefined) {
    throw new Failure(session.journal.trouble);
  }
  return say(`Forgotten. You begin again with: ${session.prefix}mp-tutor learn${session.suffix ?? ''}`, session);
}

/** @returns the exit code after an interrupt */
async function asks(question: string, { io, capabilities }: Session): Promise<boolean | number> {
  const interrupts = listenForInterrupts();
  try {
    const isYes = await confirm(question, { io, capabilities, interrupts });
    return interrupts.exitCode ?? isYes === true;
  } finally {
    interrupts.stopListening();
  }
}

async function say(sentence: string, { io, capabilities }: Session): Promise<number> {
  await write(io.stdout, `${wrap(clean(sentence), capabilities.columns - 1, ' ').join('\n')}\n`);
  return EXIT.well;
}
