export { openPages, type Pages } from './open-pages.js';
export type { Left, Page, PageKey } from './page.js';
