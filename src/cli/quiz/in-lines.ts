import type { Interrupts } from '../interrupts.js';
import type { Answered } from '../question/answered.js';
import { remember, rememberGuess } from '../question/asking.js';
import { drawAnswer } from '../question/draw-answer.js';
import { drawingFor, drawQuestion } from '../question/draw.js';
import { WITHDRAWN } from '../question/tell-on-page.js';
import { wrap } from '../../terminal/index.js';
import type { Session } from '../tutor/session.js';
import { withdrawnNow } from '../tutor/withdrawn.js';
import { afterAnswer } from './after-answer.js';
import { askInLines } from './ask-in-lines.js';
import { type Dialogue, say } from './dialogue.js';
import type { LinesIn } from './lines-in.js';
import type { Posed } from './select.js';

/** Why a quiz is over. */
export type End = 'all were asked' | 'left' | 'end of input';

/** Asks the questions one after the other in plain lines. */
export async function quizInLines(
  questions: readonly Posed[],
  session: Session,
  lines: LinesIn,
  interrupts: Interrupts,
): Promise<{ readonly answers: readonly Answered[]; readonly end: End }> {
  const dialogue: Dialogue = { session, drawing: await drawingFor(session), lines, interrupts };
  const answers: Answered[] = [];
  for (const [index, posed] of questions.entries()) {
    const { question } = posed;
    const heading = `Question ${index + 1} of ${questions.length} (${question.topic})`;
    await say(['', heading, '', ...drawQuestion(question, dialogue.drawing), ''], dialogue);
    const asked = await askInLines(posed, dialogue);
    if ('end' in asked) {
      return { answers, end: asked.end };
    }
    await remember(asked.value, session);
    if (asked.value.guessed) {
      await rememberGuess(asked.value, session);
    }
    const withdrawn = (await withdrawnNow(session)).has(question.id) ? wrap(WITHDRAWN, dialogue.drawing.style.columns) : [];
    await say(['', ...withdrawn, ...drawAnswer(asked.value, session.course.misconceptions, dialogue.drawing), ''], dialogue);
    const { answered, typed } = await afterAnswer(asked.value, questions[index + 1]?.question, dialogue);
    answers.push(answered);
    if ('end' in typed) {
      return { answers, end: typed.end };
    }
  }
  return { answers, end: 'all were asked' };
}
