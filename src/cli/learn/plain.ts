import { dirname } from 'node:path';
import type { Blocks, Call, Choice, Lesson, Prediction, Question, Run } from '../../course/index.js';
import { clean, paint, wrap, wrapWords, write } from '../../terminal/index.js';
import { renderInline } from '../../terminal/markdown/index.js';
import { checkLines } from '../exercise/task-lines.js';
import { type Beliefs, beliefSentence } from '../question/belief.js';
import { drawBlocks, type Drawing, drawingFor } from '../question/draw.js';
import { EXIT } from '../exit.js';
import { listenForInterrupts } from '../interrupts.js';
import { firstLanguage } from '../tutor/language.js';
import { joined } from '../tutor/lines.js';
import { runCall } from '../tutor/run-call.js';
import { tellVerdicts } from '../tutor/show-me/tell-claims.js';
import type { Session, TutorFlags } from '../tutor/session.js';
import { openerOf } from './earlier.js';
import { describeGuess } from './guess.js';
import { limitInWords, limitOf } from './limit.js';
import { mendInLines } from './plain-mend.js';
import { notRunBody, toldBody } from './run-body.js';

export interface PlainFlags extends TutorFlags {
  /** Carry the run out, where it stands in the lesson. */
  readonly run?: boolean;
}

/** `learn --plain`: the whole lesson, and at its end what is right and why. @returns the exit code */
export async function plain(lesson: Lesson, session: Session, { lang = 'both', run = false }: PlainFlags): Promise<number> {
  const { io, course, state, prefix, suffix } = session;
  const drawn = await drawingFor({ ...session, lang });
  const drawing = { style: { ...drawn.style, plain: true }, lang, first: firstLanguage(session.lang, state.aim) };
  const print = (lines: readonly string[]) => write(io.stdout, `${lines.map((line) => (line === '' ? '' : ` ${line}`)).join('\n')}\n`);
  // What is written into a file is the lesson, whoever reads it.
  const opener = io.stdout.isTTY ? await openerOf(lesson, session) : undefined;
  const { before, howToRun, changes, after } = partsOf(lesson, { ...drawing, beliefs: course.misconceptions, prefix, suffix }, opener);
  await print(joined([...before, ...(run ? [] : [howToRun])]));
  if (run && lesson.run) {
    await print(['']);
    const { lines, exitCode } = await runInLines(lesson, lesson.run, session, drawing);
    if (exitCode !== undefined) {
      return exitCode;
    }
    await print(['', ...lines]);
  }
  if (lesson.mend) {
    await print(['', ...joined(changes)]);
    const exitCode = run ? await mendInLines(lesson.mend, session, print, drawing) : undefined;
    if (exitCode !== undefined) {
      return exitCode;
    }
  }
  await print(['', ...joined(after)]);
  if (run && lesson.claims.length > 0) {
    const exitCode = await proveInLines(lesson, session, (lines) => print(lines), drawing);
    if (exitCode !== undefined) {
      return exitCode;
    }
  }
  if (io.stdout.isTTY) {
    // Into a pipe it may be written to be kept, not read.
    session.journal.append({ kind: 'finished', course: course.id, lesson: lesson.id });
  }
  return EXIT.well;
}

/** All claims of the lesson, a line for each as it is proved. @returns the exit code if somebody ended us meanwhile */
async function proveInLines(
  { claims }: Lesson,
  session: Session,
  print: (lines: readonly string[]) => Promise<void>,
  { style: { columns, colour } }: Drawing,
): Promise<number | undefined> {
  const interrupts = listenForInterrupts();
  try {
    await print(['', paint(colour).strong('# What the runs say of its claims'), '']);
    const tell = (sentences: readonly string[]): Promise<void> => print(sentences.flatMap((sentence) => wrap(sentence, columns)));
    await tellVerdicts(claims, { tell, session, interrupts });
    return interrupts.exitCode;
  } finally {
    interrupts.stopListening();
  }
}

interface InLines {
  readonly lines: readonly string[];
  /** Somebody ended us meanwhile. */
  readonly exitCode: number | undefined;
}

/** The real run, one event a line, and what it says about the prediction. */
async function runInLines(lesson: Lesson, { call }: Run, session: Session, drawing: Drawing): Promise<InLines> {
  const { course: { misconceptions: beliefs }, capabilities } = session;
  const predicted = { prediction: lesson.prediction, guess: undefined, again: [], noteOfAgain: undefined, beliefs };
  const interrupts = listenForInterrupts();
  try {
    const ran = await runCall({ call, limitMs: limitOf(lesson) }, session, interrupts, 'lines', lesson.prediction?.fact);
    const lines = ran ? toldBody(ran, predicted, drawing, capabilities) : notRunBody(call.text, predicted, drawing);
    return { lines, exitCode: interrupts.exitCode };
  } finally {
    interrupts.stopListening();
  }
}

/** How a whole lesson is drawn. */
export interface PlainDrawing extends Drawing {
  readonly beliefs: Beliefs;
  /** Stands before commands of mp-tutor. */
  readonly prefix: string;
  /** Stands after those that are about the course; undefined for a single file. */
  readonly suffix: string | undefined;
}

/** A lesson from its title to the answers of its questions. */
export function lessonLines(lesson: Lesson, drawing: PlainDrawing): string[] {
  const { before, howToRun, changes, after } = partsOf(lesson, drawing);
  return joined([...before, howToRun, ...changes, ...after]);
}

interface Parts {
  /** Up to the place of the run. */
  readonly before: readonly string[][];
  readonly howToRun: string[];
  /** What might mend the program. */
  readonly changes: readonly string[][];
  readonly after: readonly string[][];
}

/** @param opener - a question of an earlier lesson, to begin with */
function partsOf(lesson: Lesson, drawing: PlainDrawing, opener?: Question): Parts {
  const { title, opening, prediction, run, mend, answer, more, yourTurn, exercise, questions } = lesson;
  const labels = ['The usual answer', 'Another choice'] as const;
  const answers = [
    ...(prediction ? [answersTo('Answer to the prediction', labels, prediction.choices, guesses(prediction, drawing), drawing)] : []),
    ...(mend ? [answersTo('Which changes mend it', ['It does', 'It does not'], mend.choices, texts(mend.choices, drawing), drawing)] : []),
    ...[...(opener ? [opener] : []), ...questions].map((question) => answerTo(question, drawing)),
  ];
  const changes = mend ? [...section('Mend', mend.text, drawing), choiceLines(texts(mend.choices, drawing), drawing)] : [];
  const before = [
    ...(opener ? [...section('To begin with, a question of an earlier lesson', [], drawing), questionLines(opener, drawing)] : []),
    wrap(paint(drawing.style.colour).strong(clean(title)), drawing.style.columns),
    drawBlocks(opening, drawing),
    ...(prediction ? section('Predict', prediction.text, drawing) : []),
    ...(prediction ? [choiceLines(guesses(prediction, drawing), drawing)] : []),
    ...(run ? section('Run', run.text, drawing) : []),
    wrapped(limitInWords(lesson), drawing),
  ];
  const after = [
    ...section('Answer', answer, drawing),
    ...more.flatMap((each) => section(each.title, each.blocks, drawing)),
    ...(yourTurn.length > 0 || exercise ? section('Your turn', yourTurn, drawing) : []),
    ...(exercise ? [checkLines(exercise, drawing), wordsOnExercise(lesson, drawing)] : []),
    ...(questions.length > 0 ? section('Questions', [], drawing) : []),
    ...questions.map((question) => questionLines(question, drawing)),
    ...(answers.length > 0 ? section('Answers', [], drawing) : []),
    ...answers,
  ];
  return { before, changes, howToRun: run ? wordsToRun(run.call, lesson, drawing) : [], after };
}

function section(title: string, blocks: Blocks, drawing: Drawing): string[][] {
  const { columns, colour } = drawing.style;
  return [wrap(paint(colour).strong(`# ${clean(title)}`), columns), drawBlocks(blocks, drawing)];
}

function questionLines(question: Question, drawing: Drawing): string[] {
  const isMany = question.kind === 'several';
  return joined([
    [`Question ${question.id}${isMany ? ' (more than one is right)' : ''}`],
    drawBlocks(question.text, drawing),
    question.kind === 'explain' ? [] : choiceLines(texts(question.choices, drawing), drawing),
  ]);
}

/** A program is named from the folder of its lesson. */
function wordsToRun({ kind, text }: Call, { file }: Lesson, { style, prefix }: PlainDrawing): string[] {
  const where = kind === 'demo' ? '' : ` in ${clean(dirname(file))}`;
  const command = `${kind === 'demo' ? prefix : ''}${clean(text)}`;
  const says = `This text does not run anything; run it${where} with:`;
  return style.plain === true
    ? [...wrapWords(says, style.columns), `  ${command}`]
    : [...wrap(says, style.columns), ...wrap(command, style.columns, '  ')];
}

/** How to come to the program; a single file is not found by the name of its lesson. */
function wordsOnExercise({ id }: Lesson, { style: { columns }, prefix, suffix }: PlainDrawing): string[] {
  return suffix === undefined
    ? []
    : [...wrapWords('This writes the program, and checks it once you have changed it:', columns), `  ${prefix}mp-tutor exercise ${id}${suffix}`];
}

function texts(choices: readonly Choice[], { style }: Drawing): string[] {
  return choices.map(({ text }) => renderInline(text, style));
}

function guesses({ choices }: Prediction, { style }: Drawing): string[] {
  return choices.map((choice) => describeGuess(choice, style));
}

function choiceLines(texts: readonly string[], { style }: Drawing): string[] {
  return texts.flatMap((text, index) => wrap(text, style.columns, `${index + 1}  `));
}

function answerTo(question: Question, drawing: PlainDrawing): string[] {
  return question.kind === 'explain'
    ? joined([[`A model answer to ${question.id}`], drawBlocks(question.model, drawing)])
    : answersTo(`Answer to ${question.id}`, ['Right', 'Not right'], question.choices, texts(question.choices, drawing), drawing);
}

function answersTo(
  title: string,
  [yes, no]: readonly [string, string],
  choices: readonly Choice[],
  texts: readonly string[],
  drawing: PlainDrawing,
): string[] {
  return joined([
    [title],
    ...choices.map((choice, index) => [
      ...wrap(`${choice.right ? yes : no}: ${texts[index] ?? ''}`, drawing.style.columns, `${index + 1}  `),
      ...drawBlocks(choice.why, drawing),
      ...wrapped(beliefSentence(choice, drawing.beliefs), drawing),
    ]),
  ]);
}

function wrapped(sentence: string | undefined, { style }: Drawing): string[] {
  return sentence === undefined ? [] : wrap(sentence, style.columns);
}
