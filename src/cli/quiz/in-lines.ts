import type { ChoiceQuestion, ExplainQuestion } from '../../course/index.js';
import { arrange, seededRandom } from '../../quiz/index.js';
import { present, wrap, write } from '../../terminal/index.js';
import { type Answered, answerChoice, answerExplain, gradeAt, GRADES } from '../question/answered.js';
import { remember, rememberGuess } from '../question/asking.js';
import { drawAnswer, drawComparison } from '../question/draw-answer.js';
import { type Drawing, drawChoices, drawingFor, drawQuestion } from '../question/draw.js';
import type { Session } from '../tutor/session.js';
import { howToSee } from './how-to-see.js';
import type { LinesIn } from './lines-in.js';
import { acceptedReply, type Command, parseCommand, parseReply } from './reply.js';
import type { Posed } from './select.js';

const COMMANDS =
  'Also: s prints the command that shows the answer before, g says that it was a guess (or with the number, as in ' +
  '2g), q leaves.';
const LAST =
  'That was the last question. Press Enter to see your score (g: the last answer was a guess, s: the command that ' +
  'shows it).';

/** Why a quiz is over. */
export type End = 'all were asked' | 'left' | 'end of input';

interface Dialogue {
  readonly session: Session;
  readonly drawing: Drawing;
  readonly lines: LinesIn;
  readonly answers: Answered[];
}

/** Something that was typed, or that nothing more will be. */
type Typed<Value> = { readonly value: Value } | { readonly end: Exclude<End, 'all were asked'> };

/** Asks the questions one after the other in plain lines: nothing is drawn over, and nothing needs a key of its own. */
export async function quizInLines(
  questions: readonly Posed[],
  session: Session,
  lines: LinesIn,
): Promise<{ readonly answers: readonly Answered[]; readonly end: End }> {
  const dialogue: Dialogue = { session, drawing: await drawingFor(session), lines, answers: [] };
  const { answers } = dialogue;
  for (const [index, { question, seed }] of questions.entries()) {
    const heading = `Question ${index + 1} of ${questions.length} (${question.topic})`;
    await say(['', heading, '', ...drawQuestion(question, dialogue.drawing), ''], dialogue);
    const typed = await (question.kind === 'explain' ? explain(question, dialogue) : choose(question, seed, dialogue));
    if ('end' in typed) {
      return { answers, end: typed.end };
    }
    answers.push(typed.value);
    remember(typed.value, session);
    if (typed.value.guessed) {
      rememberGuess(typed.value, session);
    }
    await say(['', ...drawAnswer(typed.value, session.course.misconceptions, dialogue.drawing)], dialogue);
  }
  await tell(['', LAST], dialogue);
  await read((line) => line, LAST, dialogue);
  return { answers, end: 'all were asked' };
}

async function choose(question: ChoiceQuestion, seed: number, dialogue: Dialogue): Promise<Typed<Answered>> {
  const choices = arrange(question, seededRandom(seed));
  const isMany = question.kind === 'several';
  const accepted = acceptedReply(choices.length, isMany);
  await say([...numbered(drawChoices(choices, dialogue.drawing), dialogue), ''], dialogue);
  await tell([accepted], dialogue);
  const typed = await read((line) => parseReply(line, choices.length, isMany), accepted, dialogue);
  if ('end' in typed) {
    return typed;
  }
  const { chosen, isGuess } = typed.value;
  return { value: { ...answerChoice(question, choices, chosen), guessed: isGuess } };
}

async function explain(question: ExplainQuestion, dialogue: Dialogue): Promise<Typed<Answered>> {
  const accepted = 'Type your answer in one line. An empty line counts as missed.';
  await tell([accepted], dialogue);
  const typed = await read((line) => line.trim(), accepted, dialogue);
  if ('end' in typed) {
    return typed;
  }
  const wrote = typed.value === '' ? [] : [typed.value];
  if (wrote.length === 0) {
    return { value: answerExplain(question, wrote, 0) };
  }
  const offered = numbered(GRADES.map(({ says }) => says), dialogue);
  const hint = `How was yours? ${acceptedReply(GRADES.length, false)}`;
  await say(['', ...drawComparison(question, wrote, dialogue.drawing), '', ...offered, ''], dialogue);
  await tell([hint], dialogue);
  const grade = await read((line) => parseReply(line, GRADES.length, false), hint, dialogue);
  return 'end' in grade ? grade : { value: answerExplain(question, wrote, gradeAt(grade.value.chosen[0])) };
}

function numbered(texts: readonly string[], { drawing }: Dialogue): string[] {
  return texts.flatMap((text, index) => wrap(text, drawing.style.columns, `  ${index + 1}  `));
}

/** Reads until a line is understood, and does meanwhile what commands say. */
async function read<Value>(
  understand: (line: string) => Value | undefined,
  accepted: string,
  dialogue: Dialogue,
): Promise<Typed<Value>> {
  for (;;) {
    const line = await dialogue.lines.next();
    if (line === undefined) {
      return { end: 'end of input' };
    }
    const command = parseCommand(line);
    if (command === 'quit') {
      return { end: 'left' };
    }
    const value = command === undefined ? understand(line) : undefined;
    if (value !== undefined) {
      return { value };
    }
    await tell(command === undefined ? [accepted] : obey(command, accepted, dialogue), dialogue);
  }
}

/** @returns what there is to say then */
function obey(command: Exclude<Command, 'quit'>, accepted: string, { answers, session }: Dialogue): string[] {
  const last = answers.at(-1);
  if (command === 'help') {
    return [accepted, COMMANDS];
  }
  if (last === undefined) {
    return [`No question has been answered yet. ${accepted}`];
  }
  if (command === 'show') {
    return [howToSee(last.question, session.course, session.prefix), accepted];
  }
  answers[answers.length - 1] = { ...last, guessed: true };
  rememberGuess(last, session);
  return ['The last answer is noted as a guess: its question comes back.', accepted];
}

/** A sentence, broken into lines that fit. */
async function tell(sentences: readonly string[], dialogue: Dialogue): Promise<void> {
  await say(sentences.flatMap((sentence) => wrap(sentence, dialogue.drawing.style.columns)), dialogue);
}

async function say(lines: readonly string[], { session }: Dialogue): Promise<void> {
  await write(session.io.stdout, `${present(lines, session.capabilities).join('\n')}\n`);
}
