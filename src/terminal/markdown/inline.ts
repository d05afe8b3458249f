import type { PhrasingContent } from 'mdast';
import { glyphs } from '../glyphs.js';
import { clean } from '../text.js';
import { type Context, DEEPEST } from './context.js';

const COMMENT = /<!--[^]*?(?:-->|$)/g;

/** What inline nodes need to know of where they stand. */
export type InlineContext = Pick<Context, 'paint' | 'isColoured' | 'definitions'>;

/** Inline nodes as one text with styles; only a hard break is a line break in it. */
export function inline(nodes: readonly PhrasingContent[], context: InlineContext, depth = 0): string {
  return depth > DEEPEST ? glyphs.ellipsis : nodes.map((node) => one(node, context, depth + 1)).join('');
}

/** Text from outside without what could act on the terminal, and with single spaces. */
export function plain(text: string): string {
  return clean(text).replace(/ {2,}/g, ' ');
}

export function withoutComments(html: string): string {
  return html.replace(COMMENT, '');
}

function one(node: PhrasingContent, context: InlineContext, depth: number): string {
  const { paint } = context;
  switch (node.type) {
    case 'text':
      return plain(node.value);
    case 'inlineCode':
      return inlineCode(clean(node.value), context);
    case 'strong':
      return marked('*', paint.strong, inline(node.children, context, depth), context);
    case 'emphasis':
      return marked('*', paint.emphasis, inline(node.children, context, depth), context);
    case 'delete':
      return marked('~~', paint.struck, inline(node.children, context, depth), context);
    case 'link':
      return link(inline(node.children, context, depth), node.url, context);
    case 'linkReference':
      return link(inline(node.children, context, depth), context.definitions.get(node.identifier) ?? '', context);
    case 'image':
    case 'imageReference':
      return plain(node.alt ?? '');
    case 'footnoteReference':
      return `[${plain(node.label ?? node.identifier)}]`;
    case 'break':
      return '\n';
    case 'html':
      return plain(withoutComments(node.value));
  }
}

/** A style, or marks where there are none. */
function marked(mark: string, style: (text: string) => string, text: string, { isColoured }: InlineContext): string {
  return isColoured ? style(text) : `${mark}${text}${mark}`;
}

function inlineCode(code: string, { paint, isColoured }: InlineContext): string {
  const fence = code.includes('`') ? '``' : '`';
  return isColoured ? paint.code(code) : `${fence}${code}${fence}`;
}

/** An address says something only where it leads out of the course, and if it is not the text itself. */
function link(text: string, url: string, { paint }: InlineContext): string {
  const address = clean(url);
  return /^https?:\/\//i.test(address) && address !== text ? `${text} ${paint.dim(`(${address})`)}` : text;
}
