import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Blocks, ChoiceQuestion, Question } from '../../../src/course/lesson.js';
import { toAnki } from '../../../src/quiz/export/anki.js';
import { askedHtml, htmlOf, inlineHtml } from '../../../src/quiz/export/html.js';
import { question } from '../questions.js';
import { codeIn, codeOf, nastyQuestions, ourQuestions } from './support.js';

const shown = (blocks: Blocks) => [...blocks];

/** The header lines, and the records below them as a parser of TSV reads them. */
function read(questions: readonly Question[]): { readonly header: string[]; readonly records: string[][] } {
  const lines = toAnki(questions, 'mp-tutor', shown).split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return { header: lines.slice(0, end), records: parse(lines.slice(end).join('\n'), { delimiter: '\t' }) };
}

/** Front and back have every choice, in the same order, and the letters of those that are right. */
function check(record: readonly string[] | undefined, asked: Question): void {
  const [guid, front = '', back = '', tags] = record ?? [];
  expect([guid, tags]).toEqual([`mp-tutor:${asked.id}`, `mp-tutor::topic::${asked.topic} mp-tutor::lesson::${asked.lesson}`]);
  expect(front.startsWith(askedHtml(asked, shown))).toBe(true);
  const choices = asked.kind === 'explain' ? [] : asked.choices;
  const items = front.slice(askedHtml(asked, shown).length);
  const placed = choices.map((choice) => ({ choice, at: items.indexOf(`<li>${inlineHtml(choice.text)}</li>`) }));
  expect(placed.filter(({ at }) => at < 0)).toEqual([]);
  const keys = back.match(/^<p><b>([A-Z, ]*)<\/b><\/p>/)?.[1]?.split(', ') ?? [];
  expect(keys).toHaveLength(choices.filter(({ right }) => right).length);
  for (const { right, text, why } of choices) {
    const words = inlineHtml(text);
    expect(back).toContain(`<li>${right ? `<b>${words}</b>` : words}${htmlOf(why)}</li>`);
  }
}

describe('a file for Anki', () => {
  let ours: Question[] = [];
  beforeAll(async () => {
    ours = await ourQuestions();
  });

  it('says how it is to be read', () => {
    expect(read([question('q')]).header).toEqual([
      '#separator:tab', '#html:true', '#notetype:Basic', '#deck:mp-tutor', '#guid column:1', '#tags column:4', '#columns:guid\tFront\tBack\ttags',
    ]);
  });

  it('has a note for each question of the built-in course, with its choices, its key and its explanations', () => {
    const { records } = read(ours);
    expect(records).toHaveLength(ours.length);
    expect(new Set(records.map(([guid]) => guid)).size).toBe(ours.length);
    records.forEach((record, index) => check(record, ours[index] as Question));
  });

  it('names by its letter the choice that is right on the front', () => {
    const oneRight = ours.filter((each) => each.kind === 'one');
    read(oneRight).records.forEach(([, front = '', back = ''], index) => {
      const asked = oneRight[index] as ChoiceQuestion;
      const items = front.slice(front.lastIndexOf('<ol type="A">')).split('<li>').slice(1).map((item) => item.split('</li>')[0]);
      const letter = /^<p><b>([A-Z])<\/b><\/p>/.exec(back)?.[1] ?? '';
      expect(items['ABCDEFGH'.indexOf(letter)]).toBe(inlineHtml(asked.choices.find(({ right }) => right)?.text ?? []));
    });
    const letters = read(oneRight).records.map(([, , back]) => back?.charAt('<p><b>'.length));
    expect(new Set(letters).size).toBeGreaterThan(2);
  });

  it('gives back any text, whatever it means to TSV, HTML or Anki, and keeps code as it is', () => {
    fc.assert(fc.property(fc.array(nastyQuestions, { minLength: 1, maxLength: 3 }), (questions) => {
      const { header, records } = read(questions);
      expect([header.length, records.length]).toEqual([7, questions.length]);
      records.forEach((record, index) => {
        check(record, questions[index] as Question);
        expect(codeIn(record[1] ?? '')?.replaceAll(/\r\n?/g, '\n')).toBe(codeOf(questions[index] as Question));
      });
    }), { numRuns: 300 });
  });

  it('is the same with every export, so that notes are updated and not doubled', () => {
    expect(toAnki(ours, 'mp-tutor', shown)).toBe(toAnki(ours, 'mp-tutor', shown));
  });

  it('keeps of a link into the course only its words', () => {
    const link = (url: string): Blocks => [{ type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', value: 'it' }] }] }];
    expect(htmlOf(link('05-waiting.md#claim'))).toBe('<p>it</p>');
    expect(htmlOf(link('https://docs.python.org'))).toBe('<p><a href="https://docs.python.org">it</a></p>');
  });
});
