import type { Capabilities } from '../capabilities.js';
import { glyphs } from '../glyphs.js';
import { type Paint, paint, present } from '../paint.js';
import { clean, fit, pad, width } from '../text.js';
import { footer } from './footer.js';
import { choiceIndent, frame, MARGIN, roomFor, type Size } from './layout.js';
import type { Page } from './page.js';
import { type Situation, situationOf, type State } from './state.js';

/** The lines of a whole screen, as many as the terminal has rows. */
export function view(
  page: Page,
  state: State,
  size: Size,
  { colour, unicode }: Pick<Capabilities, 'colour' | 'unicode'>,
): string[] {
  const style = paint(colour);
  const situation = situationOf(page, state, size);
  const { isFramed, isRoomy } = frame(size.rows);
  const { height } = situation;
  const { top } = situation.state;
  const shown = content(situation, style).slice(top, top + height);
  const blank = isRoomy ? [''] : [];
  const lines = [
    ...(isFramed ? [header(page, size.columns, style), ...blank] : []),
    ...shown,
    ...Array.from({ length: height - shown.length }, () => ''),
    ...(isFramed ? [...blank, ...foot(situation, state.note, size.columns).map((line) => style.dim(clean(line)))] : []),
  ];
  const indent = ' '.repeat(MARGIN);
  return present(lines.map((line) => (line === '' ? line : indent + line)), { columns: size.columns, unicode });
}

/** The keys, or instead what the last key could not do; as many lines as there are rows for them. */
function foot(situation: Situation, note: string | undefined, columns: number): string[] {
  const lines = note === undefined ? footer(situation, columns) : [note];
  return [...lines, ...Array.from({ length: situation.footRows - lines.length }, () => '')];
}

/** The right part is left out where it would leave little of the left one. */
function header({ left, right }: Page, columns: number, style: Paint): string {
  const room = roomFor(columns);
  const end = clean(right);
  const taken = end === '' ? 0 : width(end) + 2;
  return taken > room / 2
    ? style.strong(fit(clean(left), room))
    : `${style.strong(pad(clean(left), room - taken))}${end === '' ? '' : `  ${end}`}`;
}

function content({ page, layout, state }: Situation, style: Paint): string[] {
  const { body, choices } = layout;
  const indent = choiceIndent(page);
  const digits = width(`${choices.length}`);
  const drawn = choices.flatMap(({ lines }, index) => {
    const isPointed = index === state.pointed;
    const box = page.choices?.many === true ? `[${state.marked.has(index) ? 'x' : ' '}] ` : '';
    const number = pad(`${index + 1}`, digits, 'right');
    const first = `${isPointed ? glyphs.pointer : ' '} ${number}  ${box}`;
    return lines
      .map((line, row) => (row === 0 ? first : ' '.repeat(indent)) + line)
      .map((line) => (isPointed ? style.strong(line) : line));
  });
  return [...body, ...(body.length > 0 && drawn.length > 0 ? [''] : []), ...drawn];
}
