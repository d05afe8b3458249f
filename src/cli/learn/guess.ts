import { describeExpected, type Guess } from '../../course/index.js';
import { type MarkdownStyle, renderInline } from '../../terminal/markdown/index.js';

/** A choice of a prediction in words: its value is written for people, as in `1 to 3`, not as in the lesson. */
export function describeGuess({ text, expected }: Guess, style: Pick<MarkdownStyle, 'colour' | 'unicode'>): string {
  return renderInline([{ type: 'inlineCode', value: describeExpected(expected) }, ...text.slice(1)], style);
}
