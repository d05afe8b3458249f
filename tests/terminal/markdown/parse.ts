import type { PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { ColourLevel } from '../../../src/terminal/capabilities.js';
import { type MarkdownStyle, renderMarkdown } from '../../../src/terminal/markdown/index.js';

export const black: MarkdownStyle = { columns: 78, colour: 0, unicode: true };
export const coloured: MarkdownStyle = { ...black, colour: 1 satisfies ColourLevel };

export function parse(markdown: string): RootContent[] {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }).children;
}

/** The inline nodes of the first paragraph. */
export function phrase(markdown: string): PhrasingContent[] {
  const [first] = parse(markdown);
  return first?.type === 'paragraph' ? first.children : [];
}

export function render(markdown: string, style: Partial<MarkdownStyle> = {}): string {
  return renderMarkdown(parse(markdown), { ...black, ...style }).join('\n');
}
