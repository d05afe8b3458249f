import { randomInt } from 'node:crypto';
import { present, write } from '../../terminal/index.js';
import { EXIT, Failure, UsageError } from '../exit.js';
import { type Interrupts, listenForInterrupts } from '../interrupts.js';
import { commandPrefix, decideOutput, type Io } from '../io.js';
import { requireLessons } from '../learn/find.js';
import type { Answered } from '../question/answered.js';
import { courseState } from '../tutor/next-lesson.js';
import { shellWord } from '../shell-word.js';
import { openSession, type Session, tellOfBroken, tellOfTrouble, type TutorFlags } from '../tutor/session.js';
import { withdrawnNow, withdrawnQuestions } from '../tutor/withdrawn.js';
import { USUAL_COUNT } from './command.js';
import { quizInLines } from './in-lines.js';
import { openLines } from './lines-in.js';
import { listTopics } from './list.js';
import { quizOnPages } from './on-pages.js';
import { reviewNow, sayNothingDue, selectReview, sentenceOnReview } from './review.js';
import { type Posed, questionsOn, type Selection, selectQuestions } from './select.js';
import { summary } from './summary.js';

/** Seeds that nobody gave are short enough to be typed again. */
const SEEDS = 10_000;

export interface QuizFlags extends TutorFlags {
  readonly count?: number;
  readonly seed?: number;
  readonly list?: boolean;
  readonly review?: boolean;
  readonly exam?: boolean;
  readonly export?: string;
  readonly out?: string;
}

/** The same quiz for whoever has no terminal. */
function inLines(topic: string | undefined, { review, exam }: QuizFlags): string {
  return [...(topic === undefined ? [] : [shellWord(topic)]), ...(review ? ['--review'] : []), ...(exam ? ['--exam'] : []), '--plain'].join(' ');
}

/** `quiz`. @returns the exit code; UsageError without a terminal or for an unknown topic, Failure without questions */
export async function quiz(topic: string | undefined, flags: QuizFlags, io: Io): Promise<number> {
  if (!flags.list && !flags.plain && flags.export === undefined && !io.stdin.isTTY) {
    throw new UsageError(`this quiz fills the screen of a terminal, and there is none. In lines: ${commandPrefix(io)}mp-tutor quiz ${inLines(topic, flags)}`);
  }
  if (flags.out !== undefined && !flags.exam) {
    throw new UsageError('--out says where the result of an exam goes, so it needs --exam.');
  }
  const session = await openSession(io, flags);
  requireLessons(session.course);
  tellOfBroken(session);
  if (flags.list) {
    return list(session);
  }
  if (flags.export !== undefined) {
    const { exportQuestions } = await import('./export.js');
    return exportQuestions(flags.export, topic, session);
  }
  if (flags.exam) {
    const { exam } = await import('./exam/act.js');
    return exam(topic, flags, session);
  }
  const selection = flags.review ? await selectReview(topic, flags, session) : await select(topic, flags, session);
  if (selection.questions.length === 0) {
    await sayNothingDue(topic, session);
    return EXIT.well;
  }
  const interrupts = listenForInterrupts();
  try {
    const answers = await ask(selection.questions, flags, session, interrupts);
    if (interrupts.exitCode !== undefined) {
      return interrupts.exitCode;
    }
    await conclude(answers, selection, { topic, flags }, session);
    return EXIT.well;
  } finally {
    interrupts.stopListening();
    tellOfTrouble(session);
  }
}

async function list({ course, state, io, capabilities, prefix, suffix = '' }: Session): Promise<number> {
  const lines = listTopics(course, courseState(course, state), `${prefix}mp-tutor quiz${suffix}`, capabilities);
  await write(io.stdout, `${lines.join('\n')}\n`);
  return EXIT.well;
}

async function select(topic: string | undefined, flags: QuizFlags, { course, state }: Session): Promise<Selection> {
  const { count = USUAL_COUNT, seed } = flags;
  const all = questionsOn(course, topic);
  const withdrawn = await withdrawnQuestions(course, courseState(course, state));
  // With a seed everybody is asked the same.
  const questions = seed === undefined ? all.filter(({ id }) => !withdrawn.has(id)) : all;
  if (questions.length === 0 && all.length > 0) {
    throw new Failure('runs on this machine refute the keys of all these questions, so none is asked.');
  }
  if (questions.length === 0) {
    throw new Failure(
      topic === undefined
        ? `the course in ${course.folder} has no questions.`
        : `there are no questions on ${topic}. \`mp-tutor quiz --list\` shows where there are.`,
    );
  }
  return selectQuestions(questions, courseState(course, state).questions, {
    count,
    topics: course.topics,
    seed: seed ?? randomInt(1, SEEDS),
    repeats: seed !== undefined,
  });
}

/** @throws UsageError when the input ended before anything was answered */
async function ask(
  questions: readonly Posed[],
  flags: QuizFlags,
  session: Session,
  interrupts: Interrupts,
): Promise<readonly Answered[]> {
  if (decideOutput(session.io, flags).view === 'live') {
    return quizOnPages(questions, session, interrupts);
  }
  const lines = openLines(session.io.stdin, interrupts.signal);
  try {
    const { answers, end } = await quizInLines(questions, session, lines, interrupts);
    if (end === 'end of input' && answers.length === 0 && !interrupts.signal.aborted) {
      throw new UsageError(
        'the input ended before a question was answered. Type the answers, a line each, or pipe them in.',
      );
    }
    return answers;
  } finally {
    lines.close();
  }
}

async function conclude(
  results: readonly Answered[],
  { questions, seed }: Selection,
  { topic, flags }: { readonly topic: string | undefined; readonly flags: QuizFlags },
  session: Session,
): Promise<void> {
  const { course, journal, io, capabilities, prefix, suffix = '' } = session;
  const command = commandFor(topic, flags.count ?? USUAL_COUNT);
  const lines = summary({
    course,
    results,
    of: questions.length,
    history: courseState(course, journal.read().state).questions,
    withdrawn: await withdrawnNow({ course, journal }),
    comesNext: flags.review ? sentenceOnReview(await reviewNow(topic, {}, session), session) : undefined,
    again: seed === undefined ? undefined : `${prefix}${command(seed)}${suffix}`,
    prefix,
    suffix,
  }, capabilities);
  await write(io.stdout, `\n${present(lines, capabilities).join('\n')}\n`);
}

/** The command that asks the same questions again. */
function commandFor(topic: string | undefined, count: number): (seed: number) => string {
  const [on, many] = [topic === undefined ? '' : ` ${topic}`, count === USUAL_COUNT ? '' : ` --count ${count}`];
  return (seed) => `mp-tutor quiz${on} --seed ${seed}${many}`;
}
