import { stringify } from 'csv-stringify/sync';
import type { Choice, ChoiceQuestion, Question } from '../../course/lesson.js';
import { arrange } from '../choices.js';
import { seededRandom } from '../random.js';
import { askedHtml, htmlOf, inlineHtml, type Shown } from './html.js';

/** In the order in which they stand in a line. */
const COLUMNS = ['guid', 'Front', 'Back', 'tags'] as const;

/**
 * Questions as a file that Anki imports: a note of its basic kind for each, with choices on the front, and the key and all
 * explanations on the back. Whoever imports it again gets their notes updated, since each has an id of its own.
 * @param course - the id of the course, with which ids and tags begin
 */
export function toAnki(questions: readonly Question[], course: string, shown: Shown): string {
  const header = [
    '#separator:tab', '#html:true', '#notetype:Basic', `#deck:${oneWord(course)}`,
    '#guid column:1', `#tags column:${COLUMNS.length}`, `#columns:${COLUMNS.join('\t')}`,
  ];
  const rows = questions.map((question) => {
    const { front, back } = card(question, shown);
    return [`${oneWord(course)}:${question.id}`, front, back, tags(question, course)];
  });
  return `${header.join('\n')}\n${stringify(rows, { delimiter: '\t', quoted: true })}`;
}

function tags({ topic, lesson }: Question, course: string): string {
  return [`topic::${topic}`, `lesson::${lesson}`].map((tag) => `${oneWord(course)}::${oneWord(tag)}`).join(' ');
}

/** Spaces stand between tags, and a tag has none. */
function oneWord(text: string): string {
  return text.replaceAll(/\s+/g, '-');
}

interface Card {
  readonly front: string;
  readonly back: string;
}

function card(question: Question, shown: Shown): Card {
  const asked = askedHtml(question, shown);
  if (question.kind === 'explain') {
    return { front: asked, back: htmlOf(shown(question.model)) };
  }
  const choices = arrange(question, seededRandom(seedOf(question)));
  const items = choices.map((choice) => `<li>${inlineHtml(choice.text)}</li>`).join('');
  return { front: `${asked}<ol type="A">${items}</ol>`, back: back(choices, shown) };
}

/** The key stands first; then every choice with what is said of it. */
function back(choices: readonly Choice[], shown: Shown): string {
  const key = choices.flatMap(({ right }, index) => (right ? [letter(index)] : [])).join(', ');
  const items = choices.map(({ text, right, why }) => {
    const words = inlineHtml(text);
    return `<li>${right ? `<b>${words}</b>` : words}${htmlOf(shown(why))}</li>`;
  });
  return `<p><b>${key}</b></p><ol type="A">${items.join('')}</ol>`;
}

function letter(index: number): string {
  return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(index);
}

/** Always the same for a question, or its card would change with each export. */
function seedOf({ id }: ChoiceQuestion): number {
  return Array.from(id).reduce((seed, character) => (seed * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003, 7);
}
