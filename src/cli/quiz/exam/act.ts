import { arch, availableParallelism, release, type as systemType } from 'node:os';
import { findPython } from '../../../stage/index.js';
import { clean, paint, present, wrap, write } from '../../../terminal/index.js';
import { next, tableSection } from '../../../views/index.js';
import { EXIT, Failure, UsageError } from '../../exit.js';
import { bar, counted } from '../../figures.js';
import { type Interrupts, listenForInterrupts } from '../../interrupts.js';
import { decideOutput } from '../../io.js';
import { remember } from '../../question/asking.js';
import { firstLanguage } from '../../tutor/language.js';
import { joined } from '../../tutor/lines.js';
import { type Session, tellOfTrouble } from '../../tutor/session.js';
import { withdrawnNow } from '../../tutor/withdrawn.js';
import { version } from '../../version.js';
import { openLines } from '../lines-in.js';
import { questionsOn } from '../select.js';
import { sitInLines } from './in-lines.js';
import { sitOnPages } from './on-pages.js';
import { EXAM_COUNT, type Paper, paperOf } from './paper.js';
import { checkPlace, writeResult } from './result-file.js';
import { duration, type ExamResult, figure, judge, remarksOn, scoreLine, scoreOf } from './result.js';
import { answeredOf, type Given, type Sat, type Sitting } from './sitting.js';

const BAR = 10;

export interface ExamFlags {
  readonly count?: number;
  readonly seed?: number;
  readonly out?: string;
  readonly plain?: boolean;
}

/** `quiz --exam`. @returns the exit code; UsageError or Failure when it cannot begin, or its result not be written */
export async function exam(topic: string | undefined, flags: ExamFlags, session: Session): Promise<number> {
  const { course } = session;
  const questions = questionsOn(course, topic);
  if (questions.length === 0) {
    throw new Failure(topic === undefined ? `the course in ${course.folder} has no questions.` : `there are no questions on ${topic}.`);
  }
  await checkPlace(flags.out);
  const paper = paperOf(course, questions, { count: flags.count ?? EXAM_COUNT, seed: flags.seed });
  const interrupts = listenForInterrupts();
  try {
    const sat = await sit(paper, flags, session, interrupts);
    if (sat === undefined || sat.sitting.given.length === 0) {
      await say(['No question was answered, so there is no result.'], session);
      return interrupts.exitCode ?? EXIT.well;
    }
    const result = await resultOf({ paper, ...sat }, topic, session);
    const file = await save(result, flags.out, session);
    await conclude(result, file, session);
    return interrupts.exitCode ?? EXIT.well;
  } finally {
    interrupts.stopListening();
    tellOfTrouble(session);
  }
}

type Held = Pick<ExamResult, 'sitting' | 'began' | 'tookMs'>;

async function sit(paper: Paper, flags: ExamFlags, session: Session, interrupts: Interrupts): Promise<Held | undefined> {
  let [began, tookMs, from] = [new Date(), 0, performance.now()];
  const sat: Sat = {
    session,
    interrupts,
    introduction: introduction(paper),
    async note(task, given: Given) {
      const answered = answeredOf(task, given);
      if (answered) {
        await remember(answered, session);
      }
    },
    begin() {
      [began, from] = [new Date(), performance.now()];
    },
    finish() {
      tookMs = performance.now() - from;
    },
  };
  const sitting = await put(paper, flags, session, sat);
  return sitting && { sitting, began, tookMs };
}

/** @throws UsageError when the input ended before anything was answered */
async function put({ tasks }: Paper, flags: ExamFlags, session: Session, sat: Sat): Promise<Sitting | undefined> {
  if (decideOutput(session.io, flags).view === 'live') {
    return sitOnPages(tasks, sat);
  }
  const lines = openLines(session.io.stdin, sat.interrupts.signal);
  try {
    const sitting = await sitInLines(tasks, lines, sat);
    if (sitting.given.length === 0 && sitting.end === 'end of input' && !session.io.stdin.isTTY) {
      throw new UsageError('the input ended before a question was answered. Type the answers, a line each, or pipe them in.');
    }
    return sitting;
  } finally {
    lines.close();
  }
}

function introduction({ tasks }: Paper): string[] {
  const written = tasks.filter(({ question }) => question.kind === 'explain').length;
  return [
    `An exam of ${counted(tasks.length, 'question')}. There is no help, no way back, and no word on right or wrong until the end.`,
    ...(written === 0 ? [] : [`${written} of them ${written === 1 ? 'wants' : 'want'} a written answer, which you grade yourself at the end.`]),
    'The time is taken, but not limited. Who leaves early gets a result of what was answered; the result is saved as a file.',
  ];
}

async function resultOf(
  sat: Pick<ExamResult, 'paper' | 'sitting' | 'began' | 'tookMs'>,
  topic: string | undefined,
  session: Session,
): Promise<ExamResult> {
  const { course, lang, state, prefix, suffix = '' } = session;
  const { tasks, seed } = sat.paper;
  const count = tasks.length === EXAM_COUNT ? '' : ` --count ${tasks.length}`;
  return {
    ...sat,
    course,
    withdrawn: await withdrawnNow(session),
    command: `${prefix}mp-tutor quiz${topic === undefined ? '' : ` ${topic}`} --exam --seed ${seed}${count}${suffix}`,
    version: version(),
    machine: await machine(),
    lang,
    first: firstLanguage(lang, state.aim),
  };
}

async function machine(): Promise<string[]> {
  const python = await findPython(AbortSignal.timeout(2000)).catch(() => undefined);
  return [
    `${systemType()} ${release()} ${arch()}`,
    counted(availableParallelism(), 'core'),
    `Node ${process.versions.node}`,
    ...(python === undefined ? [] : [`Python ${python.version}`]),
  ];
}

/** @returns the path. What could not be written is printed, so that it is not lost. @throws Failure then */
async function save(result: ExamResult, out: string | undefined, { io }: Session): Promise<string> {
  const { examMarkdown } = await import('./markdown.js');
  const markdown = examMarkdown(result);
  try {
    return await writeResult(markdown, out, result.began);
  } catch (error) {
    await write(io.stdout, markdown);
    throw new Failure(`the result could not be saved, so it stands above (${error instanceof Error ? error.message : String(error)}).`, { cause: error });
  }
}

async function conclude(result: ExamResult, file: string, session: Session): Promise<void> {
  const { capabilities, io, prefix, suffix = '' } = session;
  const judged = judge(result);
  const score = scoreOf(judged);
  const { strong } = paint(capabilities.colour);
  const text = (sentence: string): string[] => wrap(sentence, capabilities.columns - 1, ' ');
  const rows = score.topics.map(({ topic, right, of }) => [topic, `${figure(right)} of ${of}`, bar(right, of, BAR)]);
  const [unknown] = scoreOf(judged.filter(({ given }) => given !== undefined)).readAgain;
  const again = result.course.lessons.find(({ id }) => id === unknown);
  const lines = joined([
    [...text(strong(`${scoreLine(score)}, in ${duration(result.tookMs)}.`)), ...remarksOn(result).flatMap(text)],
    rows.length === 0 ? [] : tableSection('By topic', [['topic', 'right', ''], ...rows], capabilities),
    text(`Every question with its key and explanation: ${clean(file)}`),
    next([
      ...(again === undefined ? [] : [{ command: `${prefix}mp-tutor learn ${again.id}${suffix}`, why: `read again: ${clean(again.title)}` }]),
      { command: `${prefix}mp-tutor quiz --review${suffix}`, why: 'what was missed comes back from tomorrow on' },
      { command: result.command, why: 'the same exam again' },
    ], capabilities),
  ]);
  await write(io.stdout, `\n${present(lines, capabilities).join('\n')}\n`);
}

async function say(sentences: readonly string[], { io, capabilities }: Session): Promise<void> {
  const lines = sentences.flatMap((sentence) => wrap(sentence, capabilities.columns - 1, ' '));
  await write(io.stdout, `${lines.join('\n')}\n`);
}
