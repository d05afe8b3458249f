export { type Capabilities, type ColourLevel, type MeasuredStream, capabilities, size } from './capabilities.js';
export { glyphs } from './glyphs.js';
export type { KeyInput } from './keys.js';
export { type Paint, paint, present } from './paint.js';
export { type Screen, type ScreenEvents, type ScreenOutput, type ScreenStreams, openScreen } from './screen.js';
export { clean, fit, graphemes, pad, width, wrap } from './text.js';
export { write } from './write.js';
