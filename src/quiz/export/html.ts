import { toHtml } from 'hast-util-to-html';
import type { PhrasingContent, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { whatIsAsked } from '../../course/asked.js';
import type { Blocks, Question } from '../../course/lesson.js';
import { withOutwardLinks } from './outward-links.js';

/** Which of a lesson's code is shown to this learner, and how it is labelled. */
export type Shown = (blocks: Blocks) => RootContent[];

/** A lesson's text as HTML. */
export function htmlOf(blocks: Blocks): string {
  return toHtml(toHast(withOutwardLinks(blocks)));
}

/** A line of text as HTML, without a paragraph around it. */
export function inlineHtml(text: readonly PhrasingContent[]): string {
  return htmlOf([{ type: 'paragraph', children: [...text] }]).replace(/^<p>([^]*)<\/p>$/, '$1');
}

/** What a question says, and what it asks where it does not say that. */
export function askedHtml(question: Question, shown: Shown): string {
  const asks = whatIsAsked(question);
  const more: Blocks = asks === undefined ? [] : [{ type: 'paragraph', children: [{ type: 'text', value: asks }] }];
  return htmlOf([...shown(question.text), ...more]);
}
