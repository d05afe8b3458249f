import type { FootnoteDefinition, Heading, PhrasingContent, RootContent } from 'mdast';
import { glyphs } from '../glyphs.js';
import { width } from '../text.js';
import { code } from './code.js';
import { behind, type Context, DEEPEST, lined } from './context.js';
import { inline, plain, withoutComments } from './inline.js';
import { list } from './list.js';
import { quote } from './quote.js';
import { table } from './table.js';

/**
 * Blocks one below the other, with an empty line between them unless they belong to a list without. The line under a
 * heading is enough.
 */
export function renderBlocks(blocks: readonly RootContent[], context: Context, isSpread = true): string[] {
  if (context.depth > DEEPEST) {
    return [glyphs.ellipsis];
  }
  return blocks
    .map((block) => ({ type: block.type, lines: renderBlock(block, context) }))
    .filter(({ lines }) => lines.length > 0)
    .flatMap(({ lines }, index, drawn) => {
      const isApart = isSpread && index > 0 && drawn[index - 1]?.type !== 'heading';
      return isApart ? ['', ...lines] : lines;
    });
}

function renderBlock(block: RootContent, context: Context): string[] {
  switch (block.type) {
    case 'paragraph':
      return text(block.children, context);
    case 'heading':
      return heading(block, context);
    case 'list':
      return list(block, context);
    case 'listItem':
      return renderBlocks(block.children, context);
    case 'blockquote':
      return quote(block, context);
    case 'code':
      return code(block, context);
    case 'table':
      return table(block, context);
    case 'tableRow':
      return block.children.flatMap((cell) => text(cell.children, context));
    case 'tableCell':
      return text(block.children, context);
    case 'thematicBreak':
      return context.isPlain ? [] : [context.paint.dim(glyphs.rule.repeat(Math.min(context.measure, 20)))];
    case 'html':
      return html(block.value, context);
    case 'footnoteDefinition':
      return footnote(block, context);
    case 'definition':
    case 'yaml':
      return [];
    default:
      return text([block], context);
  }
}

function text(nodes: readonly PhrasingContent[], context: Context): string[] {
  const content = inline(nodes, context).trim();
  return content === '' ? [] : lined(content, context);
}

/** The lines below tell the levels apart, without colour too; where none are drawn, marks before it. */
function heading({ depth, children }: Heading, context: Context): string[] {
  const lines = text(children, context);
  if (context.isPlain) {
    return lines.length === 0 ? [] : [`${'#'.repeat(depth)} ${lines.join(' ')}`, ''];
  }
  const columns = lines.reduce((most, line) => Math.max(most, width(line)), 0);
  const rule = depth === 1 ? glyphs.doubleRule : depth === 2 ? glyphs.rule : glyphs.bullet;
  return lines.length === 0 ? [] : [...lines.map((line) => context.paint.strong(line)), context.paint.dim(rule.repeat(columns))];
}

function html(value: string, context: Context): string[] {
  const content = plain(withoutComments(value)).trim();
  return content === '' ? [] : lined(content, context);
}

function footnote({ identifier, label, children }: FootnoteDefinition, context: Context): string[] {
  const mark = `[${plain(label ?? identifier)}] `;
  return behind(mark, ' '.repeat(width(mark)), context, (inner) => context.render(children, inner));
}
