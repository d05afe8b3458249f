import type { Paragraph, RootContent } from 'mdast';
import type { Blocks } from '../../course/index.js';

/**
 * An explanation without the link to its misconception at the end, which is said in words beside it. A link in the
 * middle of a sentence stays: without it the sentence would have a hole.
 */
export function withoutBeliefLink(why: Blocks): Blocks {
  const last = why.at(-1);
  if (last?.type !== 'paragraph' || !isBeliefLink(last.children.at(-1))) {
    return why;
  }
  const rest = last.children.slice(0, -1);
  const text = rest.at(-1);
  const words = text?.type === 'text' ? [...rest.slice(0, -1), { ...text, value: text.value.trimEnd() }] : rest;
  const paragraph: Paragraph = { ...last, children: words };
  return words.length === 0 ? why.slice(0, -1) : [...why.slice(0, -1), paragraph];
}

function isBeliefLink(node: RootContent | undefined): boolean {
  return node?.type === 'link' && /(?:^|\/)misconceptions\.md#/.test(node.url);
}
