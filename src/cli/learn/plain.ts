import type { Blocks, Choice, Lesson, Prediction, Question } from '../../course/index.js';
import { clean, paint, wrap, write } from '../../terminal/index.js';
import { renderInline } from '../../terminal/markdown/index.js';
import { drawBlocks, type Drawing, drawingFor } from '../question/draw.js';
import { firstLanguage } from '../tutor/language.js';
import { joined } from '../tutor/lines.js';
import type { Session, TutorFlags } from '../tutor/session.js';
import { describeGuess } from './guess.js';

/** `learn --plain`: the whole lesson, and at its end what is right and why. */
export async function plain(lesson: Lesson, session: Session, { lang = 'both' }: TutorFlags): Promise<void> {
  const { io, course, state } = session;
  const drawing = { ...(await drawingFor({ ...session, lang })), lang, first: firstLanguage(session.lang, state.aim) };
  const lines = lessonLines(lesson, drawing).map((line) => (line === '' ? '' : ` ${line}`));
  await write(io.stdout, `${lines.join('\n')}\n`);
  if (io.stdout.isTTY) {
    // Into a pipe it may be written to be kept, not read.
    session.journal.append({ kind: 'finished', course: course.id, lesson: lesson.id });
  }
}

/** A lesson from its title to the answers of its questions. */
export function lessonLines({ title, opening, prediction, run, answer, more, yourTurn, questions }: Lesson, drawing: Drawing): string[] {
  const answers = [
    ...(prediction ? [answersTo('The prediction', ['Usual', 'Not usual'], prediction.choices, guesses(prediction, drawing), drawing)] : []),
    ...questions.map((question) => answerTo(question, drawing)),
  ];
  return joined([
    wrap(paint(drawing.style.colour).strong(clean(title)), drawing.style.columns),
    drawBlocks(opening, drawing),
    ...(prediction ? section('Predict', prediction.text, drawing) : []),
    ...(prediction ? [choiceLines(guesses(prediction, drawing), drawing)] : []),
    ...(run ? section('Run', run.text, drawing) : []),
    ...(run ? [wrap(clean(run.call.text), drawing.style.columns, '  ')] : []),
    ...section('Answer', answer, drawing),
    ...more.flatMap((each) => section(each.title, each.blocks, drawing)),
    ...(yourTurn.length > 0 ? section('Your turn', yourTurn, drawing) : []),
    ...(questions.length > 0 ? section('Questions', [], drawing) : []),
    ...questions.map((question) => questionLines(question, drawing)),
    ...(answers.length > 0 ? section('Answers', [], drawing) : []),
    ...answers,
  ]);
}

function section(title: string, blocks: Blocks, drawing: Drawing): string[][] {
  const { columns, colour } = drawing.style;
  return [wrap(paint(colour).strong(`# ${clean(title)}`), columns), drawBlocks(blocks, drawing)];
}

function questionLines(question: Question, drawing: Drawing): string[] {
  const isMany = question.kind === 'several';
  return joined([
    [`${question.id}${isMany ? ' (more than one is right)' : ''}`],
    drawBlocks(question.text, drawing),
    question.kind === 'explain' ? [] : choiceLines(texts(question.choices, drawing), drawing),
  ]);
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

function answerTo(question: Question, drawing: Drawing): string[] {
  return question.kind === 'explain'
    ? joined([[question.id], drawBlocks(question.model, drawing)])
    : answersTo(question.id, ['Right', 'Not right'], question.choices, texts(question.choices, drawing), drawing);
}

function answersTo(
  title: string,
  [yes, no]: readonly [string, string],
  choices: readonly Choice[],
  texts: readonly string[],
  drawing: Drawing,
): string[] {
  return joined([
    [title],
    ...choices.map(({ right, why }, index) => [
      ...wrap(`${right ? yes : no}: ${texts[index] ?? ''}`, drawing.style.columns, `${index + 1}  `),
      ...drawBlocks(why, drawing),
    ]),
  ]);
}
