export { openPages, type Pages } from './open-pages.js';
export type { Choices, Left, Page, PageKey } from './page.js';
