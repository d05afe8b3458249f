export type { Subject } from './contract.js';
export { showJson } from './json.js';
export { showLines } from './lines.js';
export { showLive } from './live/live.js';
export { next, printed, seenFromOutside, type Suggestion, tableSection, whatYouSaw } from './report.js';
export { sceneOf } from './scene/reduce.js';
export { waitsSection } from './waits.js';
export { timeline } from './timeline.js';
