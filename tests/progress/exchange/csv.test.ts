import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CourseEntry, emptyCourse, fold } from '../../../src/progress/index.js';
import { answerRows, type AnswerRow, entriesFor, readCsv, toCsv } from '../../../src/progress/exchange/csv.js';

const HEAD = 'at,question,topic,right,guessed\r\n';
const TIME = '2026-11-03T10:15:00.000Z';

const nasty = fc.oneof(fc.string(), fc.constantFrom('a,b', '"', 'say "hi"', 'two\nlines', 'cr\r\nlf', ' spaces ', '=1+1', 'ä🧵'));
const rows: fc.Arbitrary<AnswerRow[]> = fc.array(fc.record({
  at: fc.integer({ min: 0, max: 8.64e15 }), question: nasty.filter((text) => text !== ''), topic: nasty,
  right: fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }).map((each) => each + 0)), guessed: fc.boolean(),
}), { maxLength: 8 });

async function faultOf(text: string) {
  const read = await readCsv(text);
  return 'fault' in read ? read.fault : 'it was read';
}

describe('a table of answers', () => {
  it('is RFC 4180: lines end in CR LF, and what has a comma, a quote or a line break is quoted', async () => {
    const text = await toCsv([{ at: 0, question: 'a "b", c', topic: 't', right: 0.5, guessed: true }]);
    expect(text).toBe(`${HEAD}1970-01-01T00:00:00.000Z,"a ""b"", c",t,0.5,yes\r\n`);
  });

  it('gives back all that was written, whatever it is', async () => {
    await fc.assert(fc.asyncProperty(rows, async (list) => {
      expect(await readCsv(await toCsv(list))).toEqual({ value: list });
    }));
  });

  it('may have been saved by a spreadsheet: a byte order mark, columns moved, added or left out, empty lines', async () => {
    const text = `\ufeffnote,topic,right,at,question\nmine,t,1,${TIME},q\n\n`;
    expect(await readCsv(text)).toEqual({ value: [{ at: Date.parse(TIME), question: 'q', topic: 't', right: 1, guessed: false }] });
  });

  it.each([
    { row: `${TIME},q,t,2,no`, line: 2, column: 30, wrong: '"2" is no number from 0 to 1' },
    { row: `3.11.2026,q,t,1,no`, line: 2, column: 1, wrong: '"3.11.2026" is no time' },
    { row: `${TIME},q,t,1,maybe`, line: 2, column: 32, wrong: 'neither yes nor no' },
    { row: `${TIME},,t,1,no`, line: 2, column: 26, wrong: 'no question is named' },
    { row: `${TIME},q,t,1,no\r\n${TIME},"ä ""b""\r\nc",t,x,no`, line: 4, column: 6, wrong: '"x" is no number' },
    { row: `${TIME},q,t,1,no\r\n${TIME},q,t,1`, line: 3, column: 1, wrong: '4 cells, but there are 5 columns' },
    { row: `${TIME},q,"t,1,no`, line: 2, column: 28, wrong: 'quote not closed' },
    { row: `${TIME},q,t"t,1,no`, line: 2, column: 28, wrong: 'no CSV' },
  ])('says where it is broken: $row', async ({ row, wrong, ...place }) => {
    expect(await faultOf(HEAD + row)).toMatchObject({ ...place, wrong: expect.stringContaining(wrong) });
  });

  it('says which columns are missing', async () => {
    expect(await faultOf('at;question;topic;right\n')).toMatchObject({ line: 1, column: 1, wrong: expect.stringContaining('no column at, question, topic, right') });
    expect(await faultOf('')).toMatchObject({ line: 1, column: 1 });
  });

  it('never throws, whatever the file holds', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.string().map((text) => HEAD + text)), async (text) => {
      const read = await readCsv(text);
      expect('value' in read || read.fault.line >= 1).toBe(true);
    }));
  });
});

describe('entries for a table', () => {
  const course = 'c';
  const merge = (list: readonly AnswerRow[], journal: readonly CourseEntry[]): CourseEntry[] =>
    [...journal, ...entriesFor(list, journal, fold(journal).courses.get(course) ?? emptyCourse, course)];

  it('say the same, guesses too; imported twice they are there once', async () => {
    // Of one moment there is one answer to a question, and the last topic of a question is its topic.
    const unique = rows.map((list) => [...new Map(list.map((row) => [`${row.at} ${row.question}`, { ...row, topic: 't' }])).values()]);
    await fc.assert(fc.asyncProperty(unique, async (list) => {
      const journal = merge(list, []);
      const order = (all: readonly AnswerRow[]) => all.toSorted((a, b) => a.at - b.at || (a.question < b.question ? -1 : 1));
      expect(order(answerRows(fold(journal).courses.get(course) ?? emptyCourse))).toEqual(order(list));
      expect(merge(list, journal)).toEqual(journal);
    }));
  });

  it('make an answer a guess that was none, and no second one', () => {
    const answer = { at: 5, question: 'q', topic: 't', right: 1, guessed: false };
    const journal = merge([answer], []);
    const guessed = merge([{ ...answer, guessed: true }], journal);
    expect(guessed.slice(1)).toEqual([{ at: 5, kind: 'guess', course, question: 'q' }]);
    expect(merge([{ ...answer, guessed: true }], guessed)).toEqual(guessed);
  });
});
