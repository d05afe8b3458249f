// Draws what a terminal shows as an SVG that looks the same in any monospace font: every run of text has its place and
// its length, and block elements are rectangles.
import { BACKGROUND, FOREGROUND, colourOf } from './palette.mjs';

const CELL = { width: 8.4, height: 19, baseline: 14 };
const MARGIN = 16;
const TITLE_BAR = 36;
const FONT = "14px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace";

/** Which part of its cell a block element fills: left, top, right and bottom as shares of it, and how densely. */
const BLOCKS = new Map([
  ...Array.from('▁▂▃▄▅▆▇█', (char, index) => [char, [0, 1 - (index + 1) / 8, 1, 1]]),
  ...Array.from('▏▎▍▌▋▊▉', (char, index) => [char, [0, 0, (index + 1) / 8, 1]]),
  ...Array.from('░▒▓', (char, index) => [char, [0, 0, 1, 1, (index + 1) / 4]]),
  ['▀', [0, 0, 1, 1 / 2]],
  ['▔', [0, 0, 1, 1 / 8]],
  ['▐', [1 / 2, 0, 1, 1]],
  ['▕', [7 / 8, 0, 1, 1]],
]);

/** The visible screen of an `@xterm/headless` terminal, without the empty lines at its bottom, in a window. */
export function toSvg(terminal, title) {
  const rows = withoutEmptyEnd(readRows(terminal));
  const width = round(terminal.cols * CELL.width + 2 * MARGIN);
  const height = TITLE_BAR + rows.length * CELL.height + MARGIN;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    ` role="img" fill="${FOREGROUND}">`,
    `<title>${escape(title)}</title>`,
    `<style>text{font:${FONT};white-space:pre}.b{font-weight:bold}.i{font-style:italic}`,
    '.u{text-decoration:underline}</style>',
    `<rect width="${width}" height="${height}" rx="9" fill="${BACKGROUND}"/>`,
    ...['#ff5f57', '#febc2e', '#28c840'].map((fill, dot) => (
      `<circle cx="${MARGIN + 6 + dot * 19}" cy="18" r="6" fill="${fill}"/>`
    )),
    `<text x="${width / 2}" y="23" text-anchor="middle" opacity=".6">${escape(title)}</text>`,
    ...rows.flatMap((cells, row) => [...drawBackgrounds(cells, row), ...drawText(cells, row)]),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

/** For each row its cells; `back` is undefined where the window shows through, `look` holds SVG attributes. */
function readRows({ buffer: { active }, rows, cols }) {
  return Array.from({ length: rows }, (_, row) => {
    const line = active.getLine(active.viewportY + row);
    return Array.from({ length: cols }, (_cell, column) => ({ column, cell: line?.getCell(column) }))
      .filter(({ cell }) => cell !== undefined && cell.getWidth() > 0)
      .map(readCell);
  });
}

function readCell({ column, cell }) {
  const front = cell.isFgDefault() ? FOREGROUND : colourOf(cell.getFgColor(), cell.isFgRGB());
  const back = cell.isBgDefault() ? undefined : colourOf(cell.getBgColor(), cell.isBgRGB());
  const fill = cell.isInverse() ? back ?? BACKGROUND : front;
  const classes = [cell.isBold() && 'b', cell.isItalic() && 'i', cell.isUnderline() && 'u'].filter(Boolean);
  const look = [
    fill !== FOREGROUND && ` fill="${fill}"`,
    classes.length > 0 && ` class="${classes.join(' ')}"`,
    cell.isDim() && ' opacity=".6"',
  ];
  return {
    column,
    columns: cell.getWidth(),
    char: cell.isInvisible() ? ' ' : cell.getChars() || ' ',
    back: cell.isInverse() ? front : back,
    look: look.filter(Boolean).join(''),
  };
}

function withoutEmptyEnd(rows) {
  return rows.slice(0, rows.findLastIndex((cells) => cells.some(({ char, back }) => char !== ' ' || back)) + 1);
}

function drawBackgrounds(cells, row) {
  return runs(cells.filter(({ back }) => back), (a, b) => a.back === b.back)
    .map((run) => drawRectangle(boxOf(run, row), ` fill="${run[0].back}"`));
}

/** Words of ASCII stay whole. A glyph that may come from another font, and be wider, is drawn with its like only. */
function drawText(cells, row) {
  const fit = (a, b) => a.look === b.look && (a.char === b.char || (isAscii(a.char) && isAscii(b.char)));
  return runs(cells.filter(({ char }) => char !== ' '), fit).flatMap((run) => {
    const block = BLOCKS.get(run[0].char);
    return block === undefined ? drawRun(run, row) : run.map((cell) => drawBlock(cell, row, block));
  });
}

function drawRun(run, row) {
  const text = run.map(({ char }) => char).join('');
  const { x, y, width } = boxOf(run, row);
  const length = isAscii(text) ? ` textLength="${width}"` : ` textLength="${width}" lengthAdjust="spacingAndGlyphs"`;
  return `<text x="${x}" y="${y + CELL.baseline}"${length}${run[0].look}>${escape(text)}</text>`;
}

function drawBlock(cell, row, [left, top, right, bottom, density = 1]) {
  const { x, y, width, height } = boxOf([cell], row);
  const part = {
    x: round(x + left * width),
    y: round(y + top * height),
    width: round((right - left) * width),
    height: round((bottom - top) * height),
  };
  return drawRectangle(part, density === 1 ? cell.look : `${cell.look} fill-opacity="${density}"`);
}

function drawRectangle({ x, y, width, height }, attributes) {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}"${attributes}/>`;
}

function boxOf(run, row) {
  const columns = run.reduce((sum, cell) => sum + cell.columns, 0);
  return {
    x: round(MARGIN + run[0].column * CELL.width),
    y: TITLE_BAR + row * CELL.height,
    width: round(columns * CELL.width),
    height: CELL.height,
  };
}

/** Neighbouring cells that belong together, as lists. */
function runs(cells, belong) {
  const lists = [];
  for (const cell of cells) {
    const list = lists.at(-1);
    const before = list?.at(-1);
    if (before !== undefined && before.column + before.columns === cell.column && belong(before, cell)) {
      list.push(cell);
    } else {
      lists.push([cell]);
    }
  }
  return lists;
}

const isAscii = (text) => /^[\x20-\x7e]+$/.test(text);
const round = (number) => Math.round(number * 100) / 100;
const escape = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
