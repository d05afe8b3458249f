import { join } from 'node:path';
import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { compiledCourse, type Lesson, reviveCourse } from '../../src/course/index.js';
import { parseLesson, readCourse } from '../../src/course/read.js';
import { changed, folderWith, known, memoryFiles, toldOf } from './support.js';

/** A lesson with an exercise, whose fence is on line 41. */
const EXERCISE = changed('Try it.\n', `Let it end.

\`\`\`yaml exercise
python: {program: exercises/end.py, solution: exercises/end-solution.py, wrong: [exercises/end-late.py]}
node:
  program: exercises/end.mjs
  solution: exercises/end-solution.mjs
  wrong: exercises/end-late.cjs
times: 7
limit: 2.5
start-method: spawn
stdout: terminal
needs: {cores: 2}
checks:
  - says: It ends by itself
    hung: false
    hint: >
      Look who
      waits.
  - says: Nothing is lost
    always: printed.eaten == 10 && !hung
  - {says: It never fails, never: size(deaths) > 0}
  - {says: Each may be first, sometimes: printed.first == 1}
\`\`\`
`);
/** As it is written down. */
function exerciseIn(compiled: string): unknown {
  const { course } = JSON.parse(compiled) as { readonly course: { readonly lessons: readonly { readonly exercise: unknown }[] } };
  return course.lessons[0]?.exercise;
}

const names = ['end.py', 'end-solution.py', 'end-late.py', 'end.mjs', 'end-solution.mjs', 'end-late.cjs'];
const BESIDE = Object.fromEntries(names.map((name) => [`exercises/${name}`, 'print("eaten: 10, first: 1")']));

function read(text: string): { readonly lesson: Lesson | undefined; readonly problems: number } {
  const files = memoryFiles(Object.fromEntries(Object.entries(BESIDE).map(([name, each]) => [`/course/${name}`, each])));
  const { lesson, problems } = parseLesson(text, '/course/pool.md', known, files);
  return { lesson, problems: problems.length };
}

describe('an exercise', () => {
  const { lesson, problems } = read(EXERCISE);

  test('has its programs, in one language or both', () => {
    expect(problems).toBe(0);
    const path = (name: string): string => `/course/exercises/${name}`;
    expect(lesson?.exercise?.programs).toEqual({
      python: { program: path('end.py'), solution: path('end-solution.py'), wrong: [path('end-late.py')] },
      node: { program: path('end.mjs'), solution: path('end-solution.mjs'), wrong: [path('end-late.cjs')] },
    });
    const python = read(EXERCISE.replace(/node:\n(?: {2}.*\n){3}/, ''));
    expect(python.problems).toBe(0);
    expect(Object.keys(python.lesson?.exercise?.programs ?? {})).toEqual(['python']);
  });

  test('says how it is run', () => {
    expect(lesson?.exercise).toMatchObject({
      times: 7, limitMs: 2500, startMethod: 'spawn', stdout: 'terminal', needs: { cores: 2 }, place: { file: '/course/pool.md', line: 41, column: 1 },
    });
  });

  test('has its checks, in their order', () => {
    expect(lesson?.exercise?.checks).toEqual([
      { says: 'It ends by itself', asserts: { kind: 'hung', hangs: false }, hint: 'Look who waits.' },
      { says: 'Nothing is lost', asserts: { kind: 'always', expression: 'printed.eaten == 10 && !hung' }, hint: undefined },
      { says: 'It never fails', asserts: { kind: 'never', expression: 'size(deaths) > 0' }, hint: undefined },
      { says: 'Each may be first', asserts: { kind: 'sometimes', expression: 'printed.first == 1' }, hint: undefined },
    ]);
  });

  test('is run 5 times for 5 seconds at most, or 20 times if something is so sometimes', () => {
    const plain = EXERCISE.replace(/times: 7[^]*?(?=checks)/, '');
    expect(read(plain).lesson?.exercise).toMatchObject({ times: 20, limitMs: 5000, startMethod: undefined, stdout: 'pipe' });
    expect(read(plain.replace('sometimes:', 'always:')).lesson?.exercise).toMatchObject({ times: 5 });
  });

  test('is asked for by the words around it, without its fence', () => {
    expect(lesson?.yourTurn.map((block) => toString(block))).toEqual(['Let it end.']);
  });

  test('is the same in a course that was compiled, also where that is moved to', async () => {
    const folder = folderWith({ 'pool.md': EXERCISE, ...BESIDE });
    const course = await readCourse(folder, known);
    const compiled = compiledCourse(course, 'x');
    expect(JSON.stringify(exerciseIn(compiled))).not.toContain(folder);
    const exercise = (at: string): unknown => reviveCourse(compiled, at, 'x')?.lessons[0]?.exercise;
    expect(exercise(folder)).toEqual(course.lessons[0]?.exercise);
    expect(exercise('/moved')).toMatchObject({ programs: { python: { program: '/moved/exercises/end.py', wrong: [join('/moved', 'exercises/end-late.py')] } } });
  });
});

const KEYS = 'the keys are `python`, `node`, `checks`, `times`, `limit`, `start-method`, `stdout`, `needs`';
const CHECKS = 'write `- says: …` on a line below `checks:`, and its other keys below that';
const SAYS = 'says: It ends by itself\n    hung: false';

/** One change to a good exercise, and all that is then told of it: each of these is a flaw, and there is no exercise any more. */
const BROKEN: readonly (readonly [from: string, to: string, ...problems: string[]])[] = [
  ['times: 7', 'tries: 7', `47:1: unknown key \`tries\`; did you mean \`times\`?`],
  ['times: 7', 'colour: red', `47:1: unknown key \`colour\`; ${KEYS}`],
  ['    hint: >', '    tip: >', '55:5: unknown key `tip`; the keys are `says`, `always`, `never`, `sometimes`, `hung`, `hint`'],
  ['solution: exercises/end-solution.py', 'solved: exercises/end-solution.py',
    '42:1: `python` has no `solution`; write `solution: FILE` in it', '42:37: unknown key `solved`; the keys are `program`, `solution`, `wrong`'],
  ['program: exercises/end.py, ', '', '42:1: `python` has no `program`; write `program: FILE` in it'],
  ['{program: exercises/end.py, solution: exercises/end-solution.py, wrong: [exercises/end-late.py]}', 'exercises/end.py',
    '42:9: `python` must hold keys with values; write `program: …`, indented, on a line below `python:`',
    '49:1: no run of this exercise is in Python, so none has a start method; take it away'],
  ['exercises/end-late.py', 'exercises/gone.py', '42:82: there is no file `exercises/gone.py`; write its path as seen from the lesson'],
  ['exercises/end-late.py', '../end.py', '42:82: `../end.py` lies outside of the lesson\'s folder; put the program into a folder below the lesson'],
  ['exercises/end-late.py', '/end.py', '42:82: `/end.py` lies outside of the lesson\'s folder; put the program into a folder below the lesson'],
  ['exercises/end-late.py', 'exercises/end.py', '42:82: this file is there twice; take another file for the solution, and for each near miss'],
  ['exercises/end-late.py', 'exercises/end-late.cjs', '42:82: the name of a program of `python` must end in .py; rename the file'],
  ['program: exercises/end.mjs', 'program: exercises/end.js',
    '44:12: the name of a program of `node` must end in .mjs or .cjs; rename the file', '44:12: there is no file `exercises/end.js`; write its path as seen from the lesson'],
  ['[exercises/end-late.py]', '[]', '42:81: `wrong` lists nothing; write `wrong: [one, another]`'],
  ['times: 7', 'times: 1', '47:8: "1" is not how often a run can be done; write a whole number from 2 to 100'],
  ['limit: 2.5', 'limit: 1',
    '48:8: "1" is no limit for a run; write seconds, from 2 to 60'],
  ['start-method: spawn', 'start-method: [fork, spawn]', '49:1: an exercise is run with one start method; keep one'],
  ['start-method: spawn', 'start-method: threads', '49:15: there is no start method "threads"; take fork, spawn, forkserver'],
  ['cores: 2', 'colour: 2', '51:9: unknown key `colour`; the keys are `cores`, `platform`, `python`, `gil`'],
  [SAYS, 'hung: false', '53:5: this check does not say what it is about; write `says: a sentence` in it'],
  [SAYS, 'says: It ends', '53:5: the check asserts nothing; write one of `always: expression`, `never`, `sometimes`, `hung`'],
  [SAYS, `${SAYS}\n    always: printed.eaten == 10`, '55:5: this is a second assertion beside `hung`; keep one; write another check for the other'],
  [SAYS, 'says: It is fast\n    ratio: ratio < 1',
    '53:5: the check asserts nothing; write one of `always: expression`, `never`, `sometimes`, `hung`',
    '54:5: unknown key `ratio`; the keys are `says`, `always`, `never`, `sometimes`, `hung`, `hint`'],
  [SAYS, 'says: It ends\n    hung: perhaps', '54:11: "perhaps" is neither true nor false; write `hung: true` or `hung: false`'],
  ['printed.eaten == 10', 'printed.eatn == 10',
    '59:13: the program python3 exercises/end.py has no fact `printed.eatn`; did you mean `printed.eaten`?'],
  ['printed.eaten == 10', 'wrokers == 10',
    '59:13: the program python3 exercises/end.py has no fact `wrokers`; docs/architecture.md lists the facts; a program adds its own by `mark`'],
  ['printed.eaten == 10 && !hung', 'true', '59:13: this expression asks for no fact, so no run can decide it; name a fact in it'],
];

describe('what is wrong with an exercise', () => {
  test.each(BROKEN)('%s → %s', (from, to, ...problems) => {
    const text = changed(from, to, EXERCISE);
    expect(toldOf(text, BESIDE)).toEqual(problems);
    expect(read(text).lesson).toBeDefined();
    expect(read(text).lesson?.exercise).toBeUndefined();
  });

  test.each([
    [/checks:[^]*?(?=```)/, '', '41:1: this exercise checks nothing; write `checks:`, and below it `- says: a sentence` with `always:`, `never:`, `sometimes:` or `hung:`'],
    [/checks:[^]*?(?=```)/, 'checks: []\n', `52:9: \`checks\` must be a list; ${CHECKS}`],
    [/checks:[^]*?(?=```)/, 'checks: {hung: false}\n', `52:9: \`checks\` must be a list; ${CHECKS}`],
    [/checks:[^]*?(?=```)/, 'checks: [hung, hung]\n',
      `52:10: what \`checks\` lists must be keys with values; ${CHECKS}`, `52:16: what \`checks\` lists must be keys with values; ${CHECKS}`],
    [/python:[^]*?(?=times)/, '',
      '41:1: there is no program in this exercise; write `python: {program: FILE, solution: FILE, wrong: [FILE]}`, or `node:`, or both'],
    [/python:.*\n/, '', '48:1: no run of this exercise is in Python, so none has a start method; take it away'],
  ])('%s → %s', (from, to, ...problems) => {
    expect(toldOf(EXERCISE.replace(from, to), BESIDE)).toEqual(problems);
  });

  test.each([
    [', wrong: [exercises/end-late.py]', '', '42:1: `python` has no near miss, so it is not known whether the checks tell one from a solution; write `wrong: [FILE]`'],
    ['Let it end.\n\n', '', '39:1: it is not said what is to be done; write the task above the fence'],
    ['## Quiz', '```yaml exercise\n```\n\n## Quiz', '64:1: this is a second exercise; keep one to a lesson'],
    ['They share the tasks.', '```yaml exercise\n```', '28:1: nobody is asked to do this exercise; move it into `## Your turn`'],
    ['They share the tasks.', '```js exercise\n```', '28:1: "js exercise" means nothing; only `yaml exercise` makes an exercise'],
  ])('%s → %s, and it can be done all the same', (from, to, ...problems) => {
    const text = changed(from, to, EXERCISE);
    expect(toldOf(text, BESIDE)).toEqual(problems);
    expect(read(text).lesson?.exercise).toBeDefined();
  });
});
