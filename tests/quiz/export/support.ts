import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Blocks, Choice, ChoiceKind, Question } from '../../../src/course/lesson.js';
import { readCourse } from '../../../src/course/read.js';
import { known } from '../../../src/cli/known.js';
import { question } from '../questions.js';

/** All questions of the built-in course. */
export async function ourQuestions(): Promise<Question[]> {
  const { lessons } = await readCourse(fileURLToPath(new URL('../../../lessons', import.meta.url)), known);
  return lessons.flatMap(({ questions }) => questions);
}

/** Texts that mean something to GIFT, TSV, HTML or Anki. */
const nasty = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.array(fc.constantFrom(
    '~', '=', '#', '{', '}', ':', '\\', '\\n', '\n', '\n\n', '\r\n', '\t', '"', '""', '->', '%50%', '~%-100%', '//', '::', '[html]', '####',
    '$CATEGORY: x', 'TRUE', '&', '&&010', '&lt;', '<b>', '</p>', '<!--', '#html:false', 'a', ' ', 'ä🧵', '=1+1',
  ), { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
).map((text) => text.replaceAll(/[\0\ufeff\ufffe\uffff]|\p{Surrogate}/gu, '?')).filter((text) => text.trim() !== '');

const paragraph = (text: string): Blocks => [{ type: 'paragraph', children: [{ type: 'text', value: text }] }];
const withCode = (text: string): Blocks => [...paragraph(text), { type: 'code', value: text }];

const choice = (right: boolean): fc.Arbitrary<Choice> => fc.record({
  text: nasty.map((value) => [{ type: 'inlineCode' as const, value }, { type: 'text' as const, value }]),
  right: fc.constant(right),
  why: nasty.map(withCode),
  misconception: fc.constant(undefined),
  place: fc.constant({ file: '', line: 1, column: 1 }),
});

const choices = (kind: ChoiceKind): fc.Arbitrary<readonly Choice[]> => (kind === 'several'
  ? fc.tuple(fc.array(choice(true), { minLength: 1, maxLength: 7 }), fc.array(choice(false), { maxLength: 2 })).map((groups) => groups.flat())
  : fc.tuple(choice(false), choice(true), choice(false)));

const asChoices = (kind: ChoiceKind): fc.Arbitrary<Question> => fc
  .tuple(nasty, choices(kind))
  .map(([text, list]) => question('nasty', { kind, text: withCode(text), choices: list }));

const truth: fc.Arbitrary<Question> = fc.tuple(nasty, choice(true), choice(false), fc.boolean()).map(([text, one, other, isTrue]) => {
  const named = (each: Choice, value: string): Choice => ({ ...each, text: [{ type: 'text', value }] });
  const list = [named(isTrue ? one : other, 'True'), named(isTrue ? other : one, 'False')];
  return question('nasty', { kind: 'true-false', text: withCode(text), choices: list });
});

const explain: fc.Arbitrary<Question> = fc.tuple(nasty, nasty).map(([text, model]) => {
  const { choices: _choices, ordered: _ordered, ...rest } = question('nasty', { text: withCode(text) });
  return { ...rest, kind: 'explain', model: withCode(model) };
});

/** Questions of every kind, made of such texts. */
export const nastyQuestions: fc.Arbitrary<Question> = fc.oneof(asChoices('one'), asChoices('several'), asChoices('which'), truth, explain);

/** What a block of code in HTML holds, as a browser would read it. */
export function codeIn(html: string): string | undefined {
  return /<pre><code>([^]*?)<\/code><\/pre>/.exec(html)?.[1]
    ?.replaceAll(/&#x([0-9A-F]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll('&gt;', '>');
}

/** The code in the text of a question, as it was written, with the newline that every block of code ends in. */
export function codeOf({ text }: Question): string {
  const code = text.find((block) => block.type === 'code');
  return `${code?.value ?? ''}\n`.replaceAll(/\r\n?/g, '\n');
}
