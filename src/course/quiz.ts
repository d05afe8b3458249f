import { brief } from './controls.js';
import type { Spot } from './findings.js';
import type { ChoiceQuestion, Question } from './lesson.js';
import { plainText, spotOf } from './markdown.js';
import { type Around, readQuestion } from './question.js';
import type { Reading } from './reading.js';
import { cutAt, type Named } from './sections.js';

/** With fewer questions than this the right choices may well be all at one place by chance. */
const MANY = 5;

/** The questions of the section `Quiz` that can be asked. */
export function readQuiz(section: Named, lesson: Around, reading: Reading): Question[] {
  const { blocks, spot } = section;
  const { findings } = reading;
  const [before, cuts] = cutAt(blocks, 3);
  if (before[0]) {
    const wrong = cuts.length === 0 ? 'the quiz has no questions' : 'this belongs to no question';
    findings.flawed(spotOf(before[0]), wrong, 'begin each question with its id: `### an-id`');
  }
  const questions: Question[] = [];
  for (const cut of cuts) {
    const same = questions.find(({ id }) => id === plainText(cut.heading));
    const question = readQuestion(cut.heading, cut.blocks, lesson, reading);
    if (same) {
      findings.broken(
        spotOf(cut.heading),
        `the id "${brief(same.id)}" is taken by the question on line ${same.place.line}`,
        'give this one another',
      );
    } else if (question) {
      questions.push(question);
    }
  }
  checkIndices(questions, spot, reading);
  return questions;
}

/** Whoever always ticks the same place must not be always right. */
function checkIndices(questions: readonly Question[], spot: Spot, { findings }: Reading): void {
  const indices = questions.filter(isShuffled).map(({ choices }) => choices.findIndex(({ right }) => right));
  if (indices.length >= MANY && new Set(indices).size === 1) {
    const wrong = `the right choice is number ${(indices[0] ?? 0) + 1} in all ${indices.length} questions`;
    findings.flawed(spot, wrong, 'put some elsewhere');
  }
}

function isShuffled(question: Question): question is ChoiceQuestion {
  return (question.kind === 'one' || question.kind === 'output') && !question.ordered;
}
