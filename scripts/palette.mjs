// The colours of a dark terminal, for pictures.
export const BACKGROUND = '#16191f';
export const FOREGROUND = '#d5dae3';

const ANSI = [
  '#3b4252', '#f07178', '#a5d178', '#f2c572', '#7fb2f0', '#c9a0f0', '#6fd0d8', '#d5dae3',
  '#76808f', '#ff8b92', '#bfe69a', '#ffd98f', '#9cc7ff', '#dcbcff', '#94e4ea', '#ffffff',
];

/** A cell's colour as CSS: `value` is 0xRRGGBB, or else one of the 256: 16 names, a cube of 6 by 6 by 6, 24 greys. */
export function colourOf(value, isRgb) {
  if (isRgb) {
    return `#${value.toString(16).padStart(6, '0')}`;
  }
  if (value < 16) {
    return ANSI[value];
  }
  const levels = value < 232
    ? [36, 6, 1].map((weight) => Math.floor((value - 16) / weight) % 6).map((step) => (step === 0 ? 0 : 55 + step * 40))
    : Array(3).fill(8 + (value - 232) * 10);
  return `#${levels.map((level) => level.toString(16).padStart(2, '0')).join('')}`;
}
