import { known } from '../../../src/cli/known.js';
import type { Drawing } from '../../../src/cli/question/draw.js';
import { type ChoiceQuestion, type ExplainQuestion, type Question } from '../../../src/course/index.js';
import { parseLesson } from '../../../src/course/read.js';

/** A question as a lesson writes it, from its text on. */
function questionOf(markdown: string, id = 'a-question'): Question {
  const answer = '## Answer\n\nYes.\n\n> [!TIP]\n> Yes.';
  const lesson = `---\nid: a-lesson\n---\n\n# Is it?\n\n${answer}\n\n## Quiz\n\n### ${id}\n\n${markdown}\n`;
  const [question] = parseLesson(lesson, '/course/lesson.md', known).lesson?.questions ?? [];
  if (!question) {
    throw new Error(`this is no question:\n${markdown}`);
  }
  return question;
}

export function choiceOf(markdown: string): ChoiceQuestion {
  const question = questionOf(markdown);
  if (question.kind === 'explain') {
    throw new Error('this question has no choices');
  }
  return question;
}

export function explainOf(markdown: string): ExplainQuestion {
  const question = questionOf(markdown);
  if (question.kind !== 'explain') {
    throw new Error('this question has choices');
  }
  return question;
}

/** Without colour, so that what is drawn can be read. */
export function drawing(columns = 60, unicode = true): Drawing {
  return { style: { columns, colour: 0, unicode }, lang: 'both', first: 'python' };
}
