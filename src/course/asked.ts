import { toString } from 'mdast-util-to-string';
import type { Question } from './lesson.js';

/** What stands below the text of a question, where its kind needs to be said; of a statement, what is asked. */
const ASKS: ReadonlyMap<Question['kind'], string> = new Map([
  ['several', 'More than one is right.'],
  ['which', 'Of which is this true?'],
]);

/** What is asked, where the text of the question does not say it. */
export function whatIsAsked({ text, kind }: Pick<Question, 'text' | 'kind'>): string | undefined {
  return kind === 'which' && toString(text.at(-1)).trimEnd().endsWith('?') ? undefined : ASKS.get(kind);
}
