import { paint } from '../../terminal/index.js';
import type { Left, PageKey } from '../../terminal/pages/index.js';
import { type Answered, canBeGuess } from './answered.js';
import { type Asked, type Asking, leave, rememberGuess } from './asking.js';
import { drawBlocks, type Drawing, inColumns } from './draw.js';
import { drawAnswer } from './draw-answer.js';

const GUESSED = 'You guessed: it comes back in a later quiz.';

/** Says whether an answer was right and why, until the learner goes on. */
export async function tellOnPage(given: Answered, asking: Asking, drawing: Drawing): Promise<Asked> {
  const { session, pages, left, right, hasBack, interrupts } = asking;
  let answered = given;
  for (;;) {
    const page = await pages.show({
      left,
      right,
      body: (columns) => drawTold(answered, session.course.misconceptions, inColumns(drawing, columns)),
      keys: [...proofKeys(asking), ...guessKey(answered)],
      forward: 'next',
      hasBack,
    });
    if (page.how !== 'key') {
      return { left: leave(page), result: answered };
    }
    if (page.key === 'g') {
      rememberGuess(answered, session);
      answered = { ...answered, guessed: true };
    } else {
      await followProofKey(page, asking);
    }
    if (interrupts.signal.aborted) {
      return { left: 'interrupt', result: answered };
    }
  }
}

/** The keys that lead to where the answer can be seen or read. */
export function proofKeys({ showMe, readLesson }: Asking): PageKey[] {
  return [
    ...(showMe ? [{ key: 's', does: 'show me' }] : []),
    ...(readLesson ? [{ key: 'l', does: 'read the lesson' }] : []),
  ];
}

function guessKey(answered: Answered): PageKey[] {
  return canBeGuess(answered) ? [{ key: 'g', does: 'I guessed' }] : [];
}

export async function followProofKey(left: Left, { pages, showMe, readLesson }: Asking): Promise<void> {
  if (left.how === 'key' && left.key === 's') {
    pages.suspend();
    await showMe?.();
  } else if (left.how === 'key' && left.key === 'l') {
    await readLesson?.();
  }
}

/** The question comes last: it was read a moment ago. Its code is of use only to see where one went wrong. */
function drawTold(answered: Answered, beliefs: ReadonlyMap<string, string>, drawing: Drawing): string[] {
  const { text } = answered.question;
  return [
    ...drawAnswer(answered, beliefs, drawing),
    ...(answered.guessed ? ['', GUESSED] : []),
    '',
    paint(drawing.style.colour).dim('The question was'),
    ...drawBlocks(answered.right === 1 ? text.filter(({ type }) => type !== 'code') : text, drawing),
  ];
}
