import type { Claim } from './claim.js';
import { brief } from './controls.js';
import type { Question } from './lesson.js';
import { plainText, spotOf } from './nodes.js';
import { type Around, readQuestion } from './question.js';
import type { Reading } from './reading.js';
import { MEND_SAME_INDEX, sameIndex } from './right-index.js';
import { cutAt, type Named } from './sections.js';

/** The questions of the section `Quiz` that can be asked, and the claims that stand in them. */
export function readQuiz(
  section: Named, lesson: Around, reading: Reading,
): { readonly questions: readonly Question[]; readonly claims: readonly Claim[] } {
  const { blocks, spot } = section;
  const { findings } = reading;
  const [before, cuts] = cutAt(blocks, 3);
  if (before[0]) {
    const wrong = cuts.length === 0 ? 'the quiz has no questions' : 'this belongs to no question';
    findings.flawed(spotOf(before[0]), wrong, 'begin each question with its id: `### an-id`');
  }
  const questions: Question[] = [];
  const claims: Claim[] = [];
  for (const cut of cuts) {
    const same = questions.find(({ id }) => id === plainText(cut.heading));
    const { question, claim } = readQuestion(cut.heading, cut.blocks, lesson, reading);
    if (same) {
      findings.broken(
        spotOf(cut.heading),
        `the id "${brief(same.id)}" is taken by the question on line ${same.place.line}`,
        'give this one another',
      );
    } else if (question) {
      questions.push(question);
      claims.push(...(claim ? [claim] : []));
    }
  }
  const wrong = sameIndex(questions);
  if (wrong !== undefined) {
    findings.flawed(spot, wrong, MEND_SAME_INDEX);
  }
  return { questions, claims };
}
