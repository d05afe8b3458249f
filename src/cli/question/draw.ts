import { type Blocks, type Choice, inLanguage, type Question, whatIsAsked } from '../../course/index.js';
import type { Language } from '../../progress/index.js';
import { clean, paint, wrap } from '../../terminal/index.js';
import { loadHighlight, type MarkdownStyle, renderInline, renderMarkdown } from '../../terminal/markdown/index.js';
import { labelLanguages } from '../tutor/code-labels.js';
import { firstLanguage } from '../tutor/language.js';
import type { Session } from '../tutor/session.js';

/** How lesson text is drawn for this learner. */
export interface Drawing {
  readonly style: MarkdownStyle;
  readonly lang: Language;
  /** Whose code stands first where both are shown. */
  readonly first: 'python' | 'js';
}

/** Whom something is drawn for. */
type DrawnFor = Pick<Session, 'capabilities' | 'lang'> & { readonly state: Pick<Session['state'], 'aim'> };

/** What the alerts of a lesson are called; one says what to write in an exam. */
const LABELS = { TIP: 'In an exam' };

/** One column at the right stays free. */
export async function drawingFor({ capabilities, lang, state }: DrawnFor): Promise<Drawing> {
  const { columns, colour, unicode } = capabilities;
  const highlight = await loadHighlight(colour);
  const style = { columns: columns - 1, colour, unicode, highlight, labels: LABELS };
  return { style, lang, first: firstLanguage(lang, state.aim) };
}

/** The same in a terminal that has this many columns. */
export function inColumns(drawing: Drawing, columns: number): Drawing {
  return { ...drawing, style: { ...drawing.style, columns } };
}

export function drawBlocks(blocks: Blocks, { style, lang, first }: Drawing): string[] {
  return renderMarkdown(labelLanguages(inLanguage(blocks, lang, first)), style);
}

/** What stands above a question, with a blank line below it. */
export function drawNote({ note }: { readonly note?: string | undefined }, { style }: Drawing): string[] {
  return note === undefined ? [] : [...wrap(paint(style.colour).dim(clean(note)), style.columns), ''];
}

export function drawQuestion({ text, kind }: Question, drawing: Drawing): string[] {
  const lines = drawBlocks(text, drawing);
  const asks = whatIsAsked({ text, kind });
  return asks === undefined ? lines : [...lines, '', asks];
}

export function drawChoices(choices: readonly Choice[], { style }: Drawing): string[] {
  return choices.map(({ text }) => renderInline(text, style));
}
