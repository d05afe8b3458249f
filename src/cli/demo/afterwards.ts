/** What is needed when a demo has run: nobody who waits for its processes to appear should wait for this. */
export { toChromeTrace } from '../../trace/export.js';
export { checkEnding } from './ending.js';
export { factsOfDemo } from './facts.js';
export { measure } from './measure.js';
export { report } from './report.js';
