import { toHtml } from 'hast-util-to-html';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { whatIsAsked } from '../../course/asked.js';
import type { Blocks, Question } from '../../course/lesson.js';

/** Which of a lesson's code is shown to this learner, and how it is labelled. */
export type Shown = (blocks: Blocks) => RootContent[];

const ABSOLUTE = /^(?:https?|mailto):/;

/** A lesson's text as HTML. Links into the course lead nowhere outside of it, so of them only the words stay. */
export function htmlOf(blocks: Blocks): string {
  const root: Root = structuredClone({ type: 'root', children: [...blocks] });
  visit(root, 'link', (link, index, parent) => {
    if (ABSOLUTE.test(link.url) || parent === undefined || index === undefined) {
      return undefined;
    }
    parent.children.splice(index, 1, ...link.children);
    return index;
  });
  return toHtml(toHast(root));
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
