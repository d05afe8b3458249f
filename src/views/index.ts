export type { Controls, Source, Subject, ViewOutput } from './contract.js';
export { showJson, toJson } from './json.js';
export { showLines } from './lines.js';
export { type LiveIo, showLive } from './live/live.js';
export { next, printed, seenFromOutside, type Suggestion, tableSection, whatYouSaw } from './report.js';
export { sceneOf } from './scene/reduce.js';
export type { Scene } from './scene/scene.js';
export { timeline } from './timeline.js';
