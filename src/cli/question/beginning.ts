import { toString } from 'mdast-util-to-string';
import type { Question } from '../../course/index.js';

/** The first paragraph of a question in plain text on one line: what people know it by. */
export function beginningOf({ text }: Pick<Question, 'text'>): string {
  const first = text.find(({ type }) => type === 'paragraph') ?? text[0];
  return toString(first).replace(/\s+/g, ' ').trim();
}
