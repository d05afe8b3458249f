import type { Question } from '../../course/index.js';
import { paint, wrap } from '../../terminal/index.js';
import type { Left, PageKey } from '../../terminal/pages/index.js';
import { showClaims } from '../tutor/show-me/show-claims.js';
import type { Said } from '../tutor/show-me/showing.js';
import { claimsFor, withdrawnNow } from '../tutor/withdrawn.js';
import { type Answered, canBeGuess } from './answered.js';
import { type Asked, type Asking, leave, rememberGuess } from './asking.js';
import { drawBlocks, type Drawing, inColumns } from './draw.js';
import { drawAnswer } from './draw-answer.js';
import { saidOf } from './said.js';

/** What stands above an answer whose key is refuted. */
export const WITHDRAWN = 'A run on this machine refutes the key of this question, so the answer is not counted. What follows may be wrong.';
const GUESSED = 'You guessed: it comes back in a later quiz.';

/** Says whether an answer was right and why, until the learner goes on. */
export async function tellOnPage(given: Answered, asking: Asking, drawing: Drawing): Promise<Asked> {
  const { session, pages, left, right, hasBack, interrupts } = asking;
  let answered = given;
  const { question } = given;
  for (;;) {
    const isWithdrawn = (await withdrawnNow(session)).has(question.id);
    const page = await pages.show({
      left,
      right,
      body: (columns) => drawTold(answered, isWithdrawn, session.course.misconceptions, inColumns(drawing, columns)),
      keys: [...proofKeys(question, asking), ...(isWithdrawn ? [] : guessKey(answered))],
      forward: 'next',
      hasBack,
    });
    if (page.how !== 'key') {
      return { left: leave(page), result: answered };
    }
    if (page.key === 'g') {
      await rememberGuess(answered, session);
      answered = { ...answered, guessed: true };
    } else {
      await followProofKey(page, question, saidOf(answered), asking);
    }
    if (interrupts.signal.aborted) {
      return { left: 'interrupt', result: answered };
    }
  }
}

/** The keys that lead to where the answer can be seen or read. */
export function proofKeys(question: Question, { session, readLesson }: Asking): PageKey[] {
  return [
    ...(claimsFor(question, session.course).length > 0 ? [{ key: 's', does: 'show me' }] : []),
    ...(readLesson ? [{ key: 'l', does: 'read the lesson' }] : []),
  ];
}

function guessKey(answered: Answered): PageKey[] {
  return canBeGuess(answered) ? [{ key: 'g', does: 'I guessed' }] : [];
}

export async function followProofKey(left: Left, question: Question, said: Said | undefined, asking: Asking): Promise<void> {
  const { session, readLesson } = asking;
  if (left.how === 'key' && left.key === 's') {
    await showClaims({ claims: claimsFor(question, session.course), said, isKey: true }, asking);
  } else if (left.how === 'key' && left.key === 'l') {
    await readLesson?.();
  }
}

/** The question comes last: it was read a moment ago. Its code is of use only to see where one went wrong. */
function drawTold(answered: Answered, isWithdrawn: boolean, beliefs: ReadonlyMap<string, string>, drawing: Drawing): string[] {
  const { text } = answered.question;
  return [
    ...(isWithdrawn ? [...wrap(WITHDRAWN, drawing.style.columns), ''] : []),
    ...drawAnswer(answered, beliefs, drawing),
    ...(answered.guessed ? ['', GUESSED] : []),
    '',
    paint(drawing.style.colour).dim('The question was'),
    ...drawBlocks(answered.right === 1 ? text.filter(({ type }) => type !== 'code') : text, drawing),
  ];
}
