import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeProblem } from '../../src/course/index.js';
import { parseLesson, type ReadLesson } from '../../src/course/read.js';
import { changed, CLAIMS, known, memoryFiles, PROGRAMS } from './support.js';

const RUNS = { numRuns: 100 };
const files = memoryFiles({
  '/course/misconceptions.md': '# Beliefs\n\n## A task is a process\n\nNo.\n',
  '/course/a.mjs': '1',
  ...Object.fromEntries(Object.entries(PROGRAMS).map(([name, text]) => [`/course/${name}`, text])),
});
const GOOD = changed('Nine\n  > No.', 'Nine\n  > [No](misconceptions.md#a-task-is-a-process).', CLAIMS);

function parse(text: string): ReadLesson {
  return parseLesson(text, '/course/pool.md', known, files);
}

/** What lessons are made of, and what breaks them. */
const piece = fc.oneof(
  fc.constantFrom(...GOOD.split('\n').map((line) => `${line}\n`)),
  fc.constantFrom(
    '---\n', '- [x] ', '- [ ] ', '> ', '  > ', '# ', '## Quiz\n', '### q\n', '```\n', '```sh run\n', '1. [x] a\n',
    '```yaml proof\n', '### Claim: a\n', 'never: ', 'run: [', 'contrast: {start-method: spawn}\n', `'`, '!', '>', '|\n  ', '&a ', '*a',
    'ratio: ratio < 1\ncompare: hung\nto: demo pool\n', '[a](#claim-a)', '[a](#definition)', '[a](misconceptions.md#claim-a)',
    '`', '1..', '(`hung`)\n', '[a](#b)', '[a](%)', '![a](b)', '&#0;', '| a |\n| - |\n', '[^1]: ', '<!--', `'`, '"',
    '\t', '\r', '\r\n', '\u0000', '\u001b[2J', '\u202e', '\ufeff', '\ud800', 'node a.mjs\n', 'mp-tutor demo ',
    'id: [', 'after: &a [*a]\n', 'paths: {', '? ', '!!binary x\n', '__proto__: 1\n',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** A good lesson to which some lines were done what careless editing does. */
const edited = fc.array(
  fc.tuple(fc.constantFrom('delete', 'double', 'swap', 'insert', 'indent', 'cut'), fc.nat(), fc.nat(), piece),
  { minLength: 1, maxLength: 5 },
).map((edits) => edits.reduce((lines, edit) => editLines(lines, ...edit), GOOD.split('\n')).join('\n'));

function editLines(lines: readonly string[], how: string, one: number, other: number, text: string): string[] {
  const [at, to] = [one % (lines.length + 1), other % (lines.length + 1)];
  const [line = '', second = ''] = [lines[at], lines[to]];
  const middle = other % (line.length + 1);
  switch (how) {
    case 'delete': return lines.toSpliced(at, 1);
    case 'double': return lines.toSpliced(to, 0, line);
    case 'swap': return lines.map((each, index) => (index === at ? second : (index === to ? line : each)));
    case 'insert': return lines.toSpliced(at, 1, line.slice(0, middle) + text + line.slice(middle));
    case 'indent': return lines.toSpliced(at, 1, `  ${line}`);
    default: return lines.slice(0, at);
  }
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.array(piece, { maxLength: 20 }).map((pieces) => `---\nid: a\n---\n\n# T\n\n${pieces.join('')}`),
  edited,
);

test('the good lesson is good', () => {
  expect(parse(GOOD)).toMatchObject({ lesson: { id: 'pool' }, problems: [] });
});

test('any text gives a lesson, or the problem that breaks it', () => {
  fc.assert(fc.property(anyText, (text) => {
    const { lesson, problems } = parse(text);
    expect(lesson === undefined).toBe(problems.some(({ breaks }) => breaks));
  }), { numRuns: 300 });
});

test('every problem has a place within the file, and they come in its order', () => {
  fc.assert(fc.property(anyText, (text) => {
    const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
    const places = parse(text).problems.map(({ place }) => place);
    for (const { line, column } of places) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(column).toBeGreaterThanOrEqual(1);
      expect(column).toBeLessThanOrEqual((lines[line - 1] ?? 'no such line').length + 1);
      expect(line).toBeLessThanOrEqual(lines.length);
    }
    expect(places).toEqual(places.toSorted((a, b) => a.line - b.line || a.column - b.column));
  }), { numRuns: 300 });
});

test('no control character of a text gets into what is told of it', () => {
  fc.assert(fc.property(anyText, (text) => {
    for (const problem of parse(text).problems) {
      expect(describeProblem(problem)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }
  }), RUNS);
});

test('how lines end, and a byte order mark, change nothing', () => {
  fc.assert(fc.property(edited, (text) => {
    const plain = text.replace(/\r\n?/g, '\n').replace(/^\ufeff+/, '');
    const { lesson, problems } = parse(plain);
    for (const other of [plain.replaceAll('\n', '\r\n'), `\ufeff${plain}`]) {
      expect(parse(other)).toEqual({ lesson, problems });
    }
  }), RUNS);
});

test('no line of a good lesson can go unnoticed but those of its own words', () => {
  const lines = GOOD.split('\n');
  const isGoodWithout = (index: number): boolean => parse(lines.toSpliced(index, 1).join('\n')).problems.length === 0;
  expect(lines.filter((line, index) => line !== '' && isGoodWithout(index))).toEqual([
    'topic: pools', 'after: [process]',
    'A pool is a set of workers.', 'They share the tasks.', 'Look.', '## How it works', 'More.', '### Not a claim', 'Text.', '## Your turn',
  ]);
});
