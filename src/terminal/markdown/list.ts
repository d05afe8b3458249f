import type { List, ListItem } from 'mdast';
import { glyphs } from '../glyphs.js';
import { pad, width } from '../text.js';
import { behind, type Context } from './context.js';

/** Bullets, numbers or boxes, with the items aligned behind them. */
export function list(node: List, context: Context): string[] {
  const markers = node.children.map((item, index) => marker(node, item, index));
  const widest = markers.reduce((most, text) => Math.max(most, width(text)), 0);
  const isSpread = node.spread === true;
  return node.children.flatMap((item, index) => {
    const first = `${pad(markers[index] ?? '', widest, 'right')} `;
    const lines = behind(first, ' '.repeat(first.length), context, (inner) =>
      context.render(item.children, inner, item.spread === true));
    return isSpread && index > 0 ? ['', ...lines] : lines;
  });
}

function marker(node: List, item: ListItem, index: number): string {
  if (typeof item.checked === 'boolean') {
    return item.checked ? '[x]' : '[ ]';
  }
  return node.ordered === true ? `${(node.start ?? 1) + index}.` : glyphs.mark;
}
