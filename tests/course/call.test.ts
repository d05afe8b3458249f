import { expect, test } from 'vitest';
import { parseLesson } from '../../src/course/read.js';
import { shellWords } from '../../src/course/shell-words.js';
import { changed, known, LESSON, memoryFiles, toldOf } from './support.js';

test.each([
  ['node a.mjs', ['node', 'a.mjs']],
  ['  node \t a.mjs ', ['node', 'a.mjs']],
  [`node a.mjs '{"items": 9}'`, ['node', 'a.mjs', '{"items": 9}']],
  [`node "a b".mjs '' x'y'"z"`, ['node', 'a b.mjs', '', 'xyz']],
  ['python3 a.py --n=3 -v a,b @x +1 50%', ['python3', 'a.py', '--n=3', '-v', 'a,b', '@x', '+1', '50%']],
  ['node é.mjs', ['node', 'é.mjs']],
])('the words of %s', (command, words) => {
  expect(shellWords(command)).toEqual({ words });
});

test.each([
  ['a | b', '|', 2],
  ['a > b', '>', 2],
  ['a && b', '&', 2],
  ['a; b', ';', 1],
  ['a $HOME', '$', 2],
  ['a "$HOME"', '"', 2],
  ['a `b`', '`', 2],
  ['a (b)', '(', 2],
  ['a *.mjs', '*', 2],
  ['a {b,c}', '{', 2],
  ['a ~/b', '~', 2],
  ['a b\\ c', '\\', 3],
  [`a 'b`, `'`, 2],
  ['a "b', '"', 2],
  ['a # b', '#', 2],
  ['a\nb', '\n', 1],
])('%j needs a shell', (command, wrong, index) => {
  expect(shellWords(command)).toEqual({ wrong, index });
});

const files = memoryFiles({ '/course/programs/a b.mjs': `mark('fact', { lostUpdates: 3 });` });
const NODE = changed('mp-tutor demo pool --workers 3', `node 'programs/a b.mjs' --fast`);

test('a demo with its arguments', () => {
  const { lesson } = parseLesson(LESSON, '/course/pool.md', known, files);
  expect(lesson?.run?.call).toEqual({
    kind: 'demo', demo: 'pool', args: ['--workers', '3'],
    text: 'mp-tutor demo pool --workers 3', place: { file: '/course/pool.md', line: 23, column: 1 },
  });
});

test('a program with its arguments, found from the lesson', () => {
  const { lesson } = parseLesson(changed('workerPids', 'lostUpdates', NODE), '/course/pool.md', known, files);
  expect(lesson?.run?.call).toEqual({
    kind: 'program', runtime: 'node', file: '/course/programs/a b.mjs', args: ['--fast'],
    text: `node 'programs/a b.mjs' --fast`, place: { file: '/course/pool.md', line: 23, column: 1 },
  });
});

test.each([
  ['lostUpdates', []],
  ['lostUpdates.length', []],
  ['hung', []],
  ['deaths.length', []],
  ['lost', ["13:12! the program node 'programs/a b.mjs' --fast has no fact `lost`; did you mean `lostUpdates`?"]],
  ['missed', ["13:12! the program node 'programs/a b.mjs' --fast has no fact `missed`; "
    + 'docs/architecture.md lists the facts; a program adds its own by `mark`']],
])('a program has the fact %s if every run has it or it marks it', (fact, problems) => {
  const text = changed('workerPids', fact, NODE);
  expect(toldOf(text, { 'programs/a b.mjs': `mark('fact', { lostUpdates: 3 });` })).toEqual(problems);
});

const PROGRAM = `const lost = count();
console.log('total =', lost);
mark('note', { noted: 1 });
mark('fact', { lostUpdates: lost, took: { alone, together: 3 } });
`;

test.each([
  ['lostUpdates', true],
  ['took.alone', true],
  ['lost', false],
  ['noted', false],
  ['alone', false],
  ['printed.total', true],
  ['printed.lost', true],
  ['printed.sum', false],
])('a word of its text is no fact of a Node program unless it marks it, or may print it: %s %s', (fact, isKnown) => {
  expect(toldOf(changed('workerPids', fact, NODE), { 'programs/a b.mjs': PROGRAM }).length === 0).toBe(isKnown);
});

test.each([
  ['printed.total', true],
  ['printed.totl', false],
  ['hung', true],
  ['lostUpdates', false],
])('a Python program has what it may print: %s %s', (fact, isKnown) => {
  const text = changed('workerPids', fact, changed('mp-tutor demo pool --workers 3', 'python3 a.py'));
  const told = toldOf(text, { 'a.py': `print(f"total = {1}")  # mark('fact', { lostUpdates: 1 })` });
  expect(told.map((problem) => problem.includes(`has no fact \`${fact}\``))).toEqual(isKnown ? [] : [true]);
});

test('a demo has what its program may print', () => {
  const program = { '../demos/pool.js': 'console.log(`total: ${1}`)' };
  expect(toldOf(changed('workerPids', 'printed.total'), program)).toEqual([]);
  expect(toldOf(changed('workerPids', 'printed.sum'), program)).toHaveLength(1);
});

test.each([
  ['measured.one', true],
  ['measured', false],
  ['measured.two', false],
  ['deaths.0.pid', true],
  ['hungry', false],
])('a demo has the fact %s: %s', (fact, isKnown) => {
  expect(toldOf(changed('workerPids', fact)).length === 0).toBe(isKnown);
});
