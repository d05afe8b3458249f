import type { ChoiceQuestion, ExplainQuestion } from '../../course/index.js';
import { arrange, seededRandom } from '../../quiz/index.js';
import { wrap } from '../../terminal/index.js';
import { type Answered, answerChoice, answerExplain, gradeAt, GRADES } from '../question/answered.js';
import { drawComparison } from '../question/draw-answer.js';
import { drawChoices } from '../question/draw.js';
import { type Dialogue, type Prompt, read, say, type Typed } from './dialogue.js';
import { acceptedReply, complaintOf, parseReply, type Reply } from './reply.js';
import type { Posed } from './select.js';

const HELP =
  'Type the number of your choice and press Enter. With a g behind it, as in 2g, it counts as a guess. ' +
  'q leaves, with the score so far. After the answer there are more keys.';
const EXPLAIN_HELP =
  'Write the answer in your own words, in one line. You compare it with a model answer, and grade it yourself. ' +
  'q leaves, with the score so far.';
const NOT_YET = 'That key is for after an answer.';

/** Asks one question, whose text has been shown. */
export function askInLines({ question, seed }: Posed, dialogue: Dialogue): Promise<Typed<Answered>> {
  return question.kind === 'explain' ? explain(question, dialogue) : choose(question, seed, dialogue);
}

async function choose(question: ChoiceQuestion, seed: number, dialogue: Dialogue): Promise<Typed<Answered>> {
  const choices = arrange(question, seededRandom(seed));
  await say([...numbered(drawChoices(choices, dialogue.drawing), dialogue), ''], dialogue);
  const typed = await read(numberOf(choices.length, question.kind === 'several'), dialogue);
  if ('end' in typed) {
    return typed;
  }
  const { chosen, isGuess } = typed.value;
  return { value: { ...answerChoice(question, choices, chosen), guessed: isGuess } };
}

async function explain(question: ExplainQuestion, dialogue: Dialogue): Promise<Typed<Answered>> {
  const typed = await read({
    accepts: () => 'Type your answer in one line (an empty line counts as missed), or ? help, q leave.',
    help: EXPLAIN_HELP,
    understand: (line) => ({ value: line.trim() }),
  }, dialogue);
  if ('end' in typed) {
    return typed;
  }
  const wrote = typed.value === '' ? [] : [typed.value];
  if (wrote.length === 0) {
    return { value: answerExplain(question, wrote, 0) };
  }
  const offered = numbered(GRADES.map(({ says }) => says), dialogue);
  const comparison = drawComparison(question, wrote, dialogue.drawing);
  await say(['', ...comparison, '', 'How was yours?', ...offered, ''], dialogue);
  const grade = await read(numberOf(GRADES.length, false), dialogue);
  return 'end' in grade ? grade : { value: answerExplain(question, wrote, gradeAt(grade.value.chosen[0])) };
}

function numberOf(count: number, isMany: boolean): Prompt<Reply> {
  return {
    accepts: () => acceptedReply(count, isMany),
    help: HELP,
    understand(line, command) {
      const reply = parseReply(line, count, isMany);
      return reply ? { value: reply } : { says: command === undefined ? complaintOf(line, count, isMany) : NOT_YET };
    },
  };
}

export function numbered(texts: readonly string[], { drawing }: Dialogue): string[] {
  return texts.flatMap((text, index) => wrap(text, drawing.style.columns, `  ${index + 1}  `));
}
