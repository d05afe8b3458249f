export { loadHighlight } from './highlight.js';
export { renderInline, renderMarkdown } from './render.js';
export type { Highlight, MarkdownStyle } from './style.js';
