export { type Capabilities, capabilities } from './capabilities.js';
export { glyphs } from './glyphs.js';
export { toJson } from './json.js';
export type { KeyInput } from './keys.js';
export { type Paint, paint, present } from './paint.js';
export { type Screen, type ScreenOutput, openScreen } from './screen.js';
export { clean, fit, graphemes, pad, width } from './text.js';
export { chop, wrap, wrapWords } from './wrap.js';
export { write } from './write.js';
