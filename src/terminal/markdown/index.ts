export { loadHighlight } from './highlight.js';
export { renderInline, renderMarkdown } from './render.js';
export type { MarkdownStyle } from './style.js';
