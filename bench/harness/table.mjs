import { cellsOf, HEADINGS, targetLine } from './words.mjs';

/** A row for the screen. */
export function table({ id, title, unit, better, results, targets, absent, failures }) {
  const lines = [HEADINGS, ...results.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return [
    `(${id}) ${title}: ${unit}, ${better} is better`,
    ...lines.map((line) => `  ${line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ')}`),
    ...targets.map((target) => `  ${targetLine(target)}`),
    ...absent.map(({ name, why }) => `  left out: ${name}: ${why}`),
    ...failures.map(({ name, why }) => `  FAILED: ${name} ${why}`),
  ].join('\n');
}
