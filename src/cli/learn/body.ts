import { type Blocks, inLanguage, type Lesson } from '../../course/index.js';
import type { Language } from '../../progress/index.js';
import { clean, paint, wrap } from '../../terminal/index.js';
import { drawBlocks, type Drawing } from '../question/draw.js';
import { languageAfter, languageName } from '../tutor/language.js';
import { joined } from '../tutor/lines.js';

/** The lesson's question and what it is about, after a few words on where the learner is. */
export function openingBody({ title, opening }: Lesson, notes: readonly string[], drawing: Drawing): string[] {
  const { columns, colour } = drawing.style;
  const { strong, dim } = paint(colour);
  return joined([
    wrap(strong(clean(title)), columns),
    notes.flatMap((note) => wrap(dim(clean(note)), columns)),
    textBody(opening, drawing),
  ]);
}

/** Text of a lesson, and whether it has code that is not shown. */
export function textBody(blocks: Blocks, drawing: Drawing): string[] {
  const { columns, colour } = drawing.style;
  const { lang } = drawing;
  const hidden = lang !== 'both' && hasBothLanguages(blocks);
  const note = `The code is in ${languageName(lang)}: c shows ${languageName(languageAfter(lang))}.`;
  return joined([drawBlocks(blocks, drawing), hidden ? wrap(paint(colour).dim(note), columns) : []]);
}

/** A section under its title. */
export function sectionBody(title: string, blocks: Blocks, drawing: Drawing): string[] {
  const { columns, colour } = drawing.style;
  return joined([wrap(paint(colour).strong(clean(title)), columns), textBody(blocks, drawing)]);
}

/** Whether some of it is there in either language. */
export function hasBothLanguages(blocks: Blocks): boolean {
  const count = (lang: Language): number => inLanguage(blocks, lang).length;
  return count('both') > count('python');
}

/** The text of a prediction, and notes such as what was predicted before. */
export function predictionBody(text: Blocks, notes: readonly (string | undefined)[], drawing: Drawing): string[] {
  return joined([textBody(text, drawing), ...notes.map((note) => noteLines(note, drawing))]);
}

/** What is said before a run: what was predicted and other notes, the lesson's text, and the command. */
export function beforeRunBody(text: Blocks, command: string, [guess, ...notes]: readonly (string | undefined)[], drawing: Drawing): string[] {
  return joined([
    noteLines(guess, drawing),
    textBody(text, drawing),
    wrap(clean(command), drawing.style.columns, '  '),
    ...notes.map((note) => noteLines(note, drawing)),
  ]);
}

function noteLines(note: string | undefined, { style }: Drawing): string[] {
  return note === undefined ? [] : wrap(note, style.columns);
}
