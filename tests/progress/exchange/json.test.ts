import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CourseEntry, entriesOf, fold, missingFrom } from '../../../src/progress/index.js';
import { readJsonExport, toJsonExport } from '../../../src/progress/exchange/json.js';
import { entries } from '../arbitrary.js';

const about = { mpTutor: '1.2.3', exportedAt: '2026-11-03T10:15:00.000Z' };
const course = { id: 'mp-tutor', title: 'A "course"' };
const exported = (list: readonly CourseEntry[]): string => toJsonExport({ course, entries: list }, about);

const answer = (at: number, question = 'q'): CourseEntry => ({ at, kind: 'answer', course: course.id, question, topic: 't', right: 1 });

const ours = entries.map((list) => entriesOf(list, course.id));

const byName = (a: string, b: string): number => (a < b ? -1 : 1);

/** The fault of a text that must have one. */
async function faultOf(text: string) {
  const read = await readJsonExport(text);
  return 'fault' in read ? read.fault : 'it was read';
}

describe('a JSON export', () => {
  it('gives back all that was written, whatever it is', async () => {
    await fc.assert(fc.asyncProperty(ours, async (list) => {
      const text = exported(list);
      expect(JSON.parse(text)).toMatchObject({ format: 'mp-tutor progress', version: 1, ...about });
      expect(await readJsonExport(text)).toEqual({ value: { course, entries: list, unknown: 0 } });
    }));
  });

  it('has an entry on each line', () => {
    expect(exported([answer(1), answer(2)]).split('\n').filter((line) => line.includes('"kind"'))).toHaveLength(2);
  });

  it('leaves out, and counts, what only a newer version knows', async () => {
    const text = exported([answer(1)]).replace('"answer"', '"dream"');
    expect(await readJsonExport(text)).toEqual({ value: { course, entries: [], unknown: 1 } });
  });

  it('says where it is broken', async () => {
    const text = exported([answer(1), answer(2)]);
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.includes('"at":2'));
    const put = (line: string): string => lines.with(at, line).join('\n');
    expect(await faultOf(put('    {"at":2,"kind":answer}'))).toMatchObject({ line: at + 1, column: 20 });
    expect(await faultOf(put(lines[at]?.replace('"right":1', '"right":7') ?? ''))).toMatchObject({
      line: at + 1, column: (lines[at]?.indexOf('1}') ?? 0) + 1, wrong: expect.stringMatching(/^right cannot be read: /),
    });
    expect(await faultOf(put('    {"at":2}'))).toMatchObject({ line: at + 1, column: 5 });
    expect(await faultOf(put('    {"at":2,"kind":"reset"}'))).toMatchObject({ line: at + 1, column: 20 });
    expect(await faultOf(text.slice(0, 60))).toMatchObject({ line: expect.any(Number), wrong: expect.stringContaining('no JSON') });
    expect(await faultOf('{"format": "something else"}')).toMatchObject({ line: 1, column: 12, wrong: expect.stringContaining('no progress') });
    expect(await faultOf('[1]')).toMatchObject({ line: 1, column: 1 });
    expect(await faultOf('')).toMatchObject({ line: 1, column: 1 });
    expect(await faultOf(text.replace('"version": 1', '"version": 2'))).toMatchObject({ line: 3, column: 14 });
  });

  it('is read with the mark that some editors put in front', async () => {
    expect(await readJsonExport(`\ufeff${exported([answer(1)])}`)).toEqual({ value: { course, entries: [answer(1)], unknown: 0 } });
  });

  it.each([
    { is: 'no export', text: `${'['.repeat(1e5)}${']'.repeat(1e5)}`, wrong: 'no progress' },
    { is: 'no JSON', text: '['.repeat(1e5), wrong: 'no JSON' },
  ])('is refused where it is nested too deeply for the parser that knows places, and $is', async ({ text, wrong }) => {
    expect(await faultOf(text)).toEqual({ line: 1, column: 1, wrong: expect.stringContaining(wrong) });
  });

  it('never throws, whatever the file holds', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.json(), fc.json().map((each) => `{"format":"mp-tutor progress","version":1,"course":{"id":"c","title":"t"},"entries":[${each}]}`)), async (text) => {
      const read = await readJsonExport(text);
      expect('value' in read || read.fault.line >= 1).toBe(true);
    }));
  });
});

describe('two machines', () => {
  it('come to the same after each has imported from the other, and a second time changes nothing', () => {
    fc.assert(fc.property(ours, ours, (one, other) => {
      const [left, right] = [[...one, ...missingFrom(one, other)], [...other, ...missingFrom(other, one)]];
      expect(missingFrom(left, other)).toEqual([]);
      expect(missingFrom(right, one)).toEqual([]);
      const sorted = (list: readonly CourseEntry[]) => list.map((each) => JSON.stringify(each, Object.keys(each).toSorted(byName))).toSorted(byName);
      expect([...new Set(sorted(left))]).toEqual([...new Set(sorted(right))]);
    }));
  });

  it('are in the order of time, not of the import', () => {
    const here: CourseEntry[] = [answer(5), { at: 6, kind: 'guess', course: course.id, question: 'q' }];
    const there = [answer(2), answer(9)];
    const answers = fold([...here, ...missingFrom(here, there)]).courses.get(course.id)?.questions.get('q')?.answers;
    expect(answers).toEqual([
      { at: 2, right: 1, guessed: false }, { at: 5, right: 1, guessed: true }, { at: 9, right: 1, guessed: false },
    ]);
  });

  it('what was forgotten on one can be had back from its export', () => {
    const before = [answer(1), answer(2)];
    const journal = [...before, { at: 3, kind: 'reset' as const, course: course.id }];
    expect(entriesOf(journal, course.id)).toEqual([]);
    const restored = [...journal, ...missingFrom(entriesOf(journal, course.id), before)];
    expect(fold(restored).courses.get(course.id)?.questions.get('q')?.answers).toHaveLength(2);
  });
});
