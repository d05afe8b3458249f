import { describeExpected, type Guess, type Lesson, type Prediction } from '../../course/index.js';
import type { LessonState } from '../../progress/index.js';
import { type MarkdownStyle, renderInline } from '../../terminal/markdown/index.js';
import type { Session } from '../tutor/session.js';

/**
 * A choice of a prediction in words: its value is written for people, as in `1 to 3`, not as in the lesson. Yes and no
 * need no value beside the words for them.
 */
export function describeGuess(guess: Guess, style: Pick<MarkdownStyle, 'colour' | 'unicode'>): string {
  const { text, expected } = guess;
  const [, words] = text;
  if (isYesOrNo(guess) && words?.type === 'text' && words.value.startsWith(': ')) {
    return renderInline([{ ...words, value: words.value.slice(2) }, ...text.slice(2)], style);
  }
  return renderInline([{ type: 'inlineCode', value: describeExpected(expected) }, ...text.slice(1)], style);
}

export function isYesOrNo({ expected }: Guess): boolean {
  return expected.kind === 'value' && typeof expected.value === 'boolean';
}

/** Writes a prediction down as soon as it is made; undefined is that the learner would rather not guess. */
export function rememberGuess(guess: Guess | undefined, { id }: Lesson, { course, journal }: Session): void {
  const expects = guess && { expects: describeExpected(guess.expected) };
  journal.append({ kind: 'expectation', course: course.id, lesson: id, ...expects });
}

/** What was predicted when the learner was in the lesson last, unless its choices are others by now. */
export function keptGuess(prediction: Prediction | undefined, state: LessonState | undefined): Guess | undefined {
  return prediction?.choices.find(({ expected }) => describeExpected(expected) === state?.expects);
}
