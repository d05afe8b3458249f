import type { Blockquote, List, ListItem } from 'mdast';
import { isTaskList } from './choices.js';
import type { Blocks } from './lesson.js';
import { spotOf } from './nodes.js';
import type { Reading } from './reading.js';

/** What learners answer with, and the blocks around it. */
export interface Divided<Body> {
  readonly before: Blocks;
  readonly body: Body;
  readonly after: Blocks;
}

/**
 * The first list of choices. A quote that is not indented ends a list, for Markdown; it is told of, and then read as
 * the explanation that it was meant to be, so that the choices below it are not lost.
 */
export function findChoices(blocks: Blocks, reading: Reading): Divided<List> | undefined {
  const index = blocks.findIndex(isTaskList);
  const list = blocks[index];
  if (list === undefined || !isTaskList(list)) {
    return undefined;
  }
  let items = list.children;
  let end = index + 1;
  for (; ;) {
    const [quote, next] = [blocks[end], blocks[end + 1]];
    const follows = next !== undefined && isTaskList(next);
    if (quote?.type !== 'blockquote' || (!follows && isExplained(items.at(-1)))) {
      return { before: blocks.slice(0, index), body: { ...list, children: items }, after: blocks.slice(end) };
    }
    const spaces = list.ordered === true ? 'three' : 'two';
    reading.findings.flawed(
      spotOf(quote),
      'this quote is not part of the choice above it',
      `indent it by ${spaces} spaces if it explains that choice`,
    );
    items = [...explained(items, quote), ...(follows ? next.children : [])];
    end += follows ? 2 : 1;
  }
}

function isExplained(item: ListItem | undefined): boolean {
  return item?.children.some(({ type }) => type === 'blockquote') ?? false;
}

function explained(items: readonly ListItem[], quote: Blockquote): ListItem[] {
  return items.map((item, index) => (
    index === items.length - 1 ? { ...item, children: [...item.children, quote] } : item
  ));
}
