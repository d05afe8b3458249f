import type { PhrasingContent, RootContent } from 'mdast';
import { toAscii } from '../ascii.js';
import { paint, present } from '../paint.js';
import { renderBlocks } from './blocks.js';
import { contextOf } from './context.js';
import { inline } from './inline.js';
import type { MarkdownStyle } from './style.js';

/**
 * Markdown as lines for a terminal: none is wider than `style.columns` unless the style is plain, each closes the
 * styles that it opens, and nothing of the text can act on the terminal.
 */
export function renderMarkdown(blocks: readonly RootContent[], style: MarkdownStyle): string[] {
  const lines = renderBlocks(blocks, contextOf(style, blocks, renderBlocks));
  const columns = style.plain === true ? Number.POSITIVE_INFINITY : style.columns;
  return present(lines, { ...style, columns }).map((line) => line.replace(/ +$/, ''));
}

/** Inline Markdown as one line of any length, made safe likewise; only its colour and characters follow the style. */
export function renderInline(
  nodes: readonly PhrasingContent[],
  style: Pick<MarkdownStyle, 'colour' | 'unicode'>,
): string {
  const context = { paint: paint(style.colour), isColoured: style.colour > 0, definitions: new Map<string, string>() };
  const line = inline(nodes, context).replaceAll('\n', ' ');
  return style.unicode ? line : toAscii(line);
}
