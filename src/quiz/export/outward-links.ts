import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Blocks } from '../../course/lesson.js';

const ABSOLUTE = /^(?:https?|mailto):/;

/** A copy of a lesson's text for a file of its own: links into the course lead nowhere from there, so of them only the words stay. */
export function withOutwardLinks(blocks: Blocks): Root {
  const root: Root = structuredClone({ type: 'root', children: [...blocks] });
  visit(root, 'link', (link, index, parent) => {
    if (ABSOLUTE.test(link.url) || parent === undefined || index === undefined) {
      return undefined;
    }
    parent.children.splice(index, 1, ...link.children);
    return index;
  });
  return root;
}
