import type { ExplainQuestion } from '../../course/index.js';
import { present, wrap, write } from '../../terminal/index.js';
import { lines } from '../prompts.js';
import { withdrawnNow } from '../tutor/withdrawn.js';
import { answerExplain, gradeAt, GRADES } from './answered.js';
import { type Asked, type Asking, leave, remember } from './asking.js';
import { drawComparison } from './draw-answer.js';
import { type Drawing, drawNote, drawQuestion, inColumns } from './draw.js';
import { followProofKey, proofKeys, tellOnPage, WITHDRAWN } from './tell-on-page.js';

/** The learner writes an answer, sees the model below it, and grades it. */
export async function explainOnPage(question: ExplainQuestion, asking: Asking, drawing: Drawing): Promise<Asked> {
  const { pages, left, right, hasBack, interrupts, session } = asking;
  for (;;) {
    const page = await pages.show({
      left,
      right,
      body: (columns) => [...drawNote(asking, inColumns(drawing, columns)), ...drawQuestion(question, inColumns(drawing, columns))],
      keys: [],
      forward: 'write an answer',
      hasBack,
    });
    if (page.how !== 'forward') {
      return { left: leave(page) };
    }
    const wrote = await writeAnswer(question, asking, drawing);
    if (interrupts.signal.aborted) {
      return { left: 'interrupt' };
    }
    if (wrote?.length === 0) {
      const answered = answerExplain(question, wrote, 0);
      await remember(answered, session);
      return tellOnPage(answered, asking, drawing);
    }
    if (wrote !== undefined) {
      return gradeOnPage(question, wrote, asking, drawing);
    }
  }
}

/** Line by line, until an empty one. @returns the lines, or undefined when the learner left without an answer */
export async function writeAnswer(
  question: ExplainQuestion,
  asking: Pick<Asking, 'pages' | 'session' | 'interrupts'>,
  drawing: Drawing,
): Promise<string[] | undefined> {
  const { pages, session, interrupts } = asking;
  const { io, capabilities } = session;
  pages.suspend();
  const how = wrap('Write it in your own words. An empty line ends the answer.', drawing.style.columns - 1);
  const head = [...drawQuestion(question, inColumns(drawing, drawing.style.columns - 1)), '', ...how, ''];
  await write(io.stdout, `\n${present(head.map((text) => ` ${text}`), capabilities).join('\n')}\n`);
  return lines({ io, capabilities, interrupts });
}

async function gradeOnPage(
  question: ExplainQuestion,
  wrote: readonly string[],
  asking: Asking,
  drawing: Drawing,
): Promise<Asked> {
  const { pages, left, right, hasBack, session, interrupts } = asking;
  for (;;) {
    const isWithdrawn = (await withdrawnNow(session)).has(question.id);
    const page = await pages.show({
      left,
      right,
      body: (columns) => [...(isWithdrawn ? [...wrap(WITHDRAWN, columns), ''] : []), ...drawComparison(question, wrote, inColumns(drawing, columns)), '', 'Grade it yourself:'],
      choices: { items: GRADES.map(({ says }) => says), many: false },
      keys: proofKeys(question, asking),
      forward: 'grade it',
      hasBack,
    });
    if (page.how === 'chosen') {
      const answered = answerExplain(question, wrote, gradeAt(page.indices[0]));
      await remember(answered, session);
      return { left: 'next', result: answered };
    }
    if (page.how !== 'key') {
      // What nobody has graded counts as missed, so that it comes back.
      const answered = answerExplain(question, wrote, 0);
      await remember(answered, session);
      return { left: leave(page), result: answered };
    }
    await followProofKey(page, question, undefined, asking);
    if (interrupts.signal.aborted) {
      return { left: 'interrupt' };
    }
  }
}
