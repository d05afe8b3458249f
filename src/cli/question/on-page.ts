import { arrange } from '../../quiz/index.js';
import type { ChoiceQuestion, Question } from '../../course/index.js';
import { answerChoice } from './answered.js';
import { type Asked, type Asking, leave, remember } from './asking.js';
import { type Drawing, drawChoices, drawingFor, drawNote, drawQuestion, inColumns } from './draw.js';
import { explainOnPage } from './explain-on-page.js';
import { tellOnPage } from './tell-on-page.js';

export type { Answered } from './answered.js';
export type { Asked, Asking } from './asking.js';

/** Asks a question, writes the answer into the journal, and says what there is to say of it. */
export async function askOnPage(question: Question, asking: Asking): Promise<Asked> {
  const drawing = await drawingFor(asking.session);
  if (asking.answered) {
    return tellOnPage(asking.answered, asking, drawing);
  }
  return question.kind === 'explain'
    ? explainOnPage(question, asking, drawing)
    : chooseOnPage(question, asking, drawing);
}

async function chooseOnPage(question: ChoiceQuestion, asking: Asking, drawing: Drawing): Promise<Asked> {
  const { session, pages, left, right, hasBack } = asking;
  const choices = arrange(question, asking.random);
  const page = await pages.show({
    left,
    right,
    body: (columns) => [...drawNote(asking, inColumns(drawing, columns)), ...drawQuestion(question, inColumns(drawing, columns))],
    choices: { items: drawChoices(choices, drawing), many: question.kind === 'several' },
    keys: [],
    forward: 'answer',
    hasBack,
  });
  if (page.how !== 'chosen') {
    return { left: leave(page) };
  }
  const answered = answerChoice(question, choices, page.indices);
  await remember(answered, session);
  return tellOnPage(answered, asking, drawing);
}
