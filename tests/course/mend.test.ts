import { join } from 'node:path';
import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { claimOf, compiledCourse, type Lesson, reviveCourse } from '../../src/course/index.js';
import { parseLesson, readCourse } from '../../src/course/read.js';
import { changed, folderWith, known, memoryFiles, PROGRAMS, toldOf } from './support.js';

/** A lesson with a choice of changes; line 26 is `## Mend`. */
const MEND = changed('## Answer', `## Mend

Which change makes it end?

- [ ] Wait for less
  > It waits all the same.
  \`\`\`sh run
  python3 programs/wait.py less
  \`\`\`
- [x] Say that no more comes
  > Now it knows. See [elsewhere](other.md).
  \`\`\`sh run
  python3 programs/wait.py end
  \`\`\`

\`\`\`yaml mended
always: '!hung && printed.total == 2'
start-method: [fork, spawn]
stdout: terminal
limit: 4
times: 2
needs: {cores: 2}
\`\`\`

## Answer`);
/** The same without its fence. */
const PLAIN = MEND.replace(/```yaml mended[^]*?```\n\n/, '');
const BESIDE = { ...PROGRAMS, 'other.md': '# Other\n' };

function parse(text: string): Lesson {
  const files = memoryFiles(Object.fromEntries(Object.entries(BESIDE).map(([name, each]) => [`/course/${name}`, each])));
  const { lesson, problems } = parseLesson(text, '/course/pool.md', known, files);
  expect(problems).toEqual([]);
  if (lesson === undefined) {
    throw new Error('there is no lesson');
  }
  return lesson;
}

describe('the section Mend', () => {
  test('has its question, and choices that each can be run as the fence says', () => {
    const { mend } = parse(MEND);
    expect(mend?.text.map((block) => toString(block))).toEqual(['Which change makes it end?']);
    expect(mend?.choices.map(({ text, right, why, run }) => [toString(text), right, toString(why), run.call.text])).toEqual([
      ['Wait for less', false, 'It waits all the same.', 'python3 programs/wait.py less'],
      ['Say that no more comes', true, 'Now it knows. See elsewhere.', 'python3 programs/wait.py end'],
    ]);
    expect(mend?.choices[1]?.run).toEqual({
      call: {
        kind: 'program', runtime: 'python3', file: '/course/programs/wait.py', args: ['end'], text: 'python3 programs/wait.py end',
        place: { file: '/course/pool.md', line: 38, column: 3 },
      },
      startMethod: 'fork', stdout: 'terminal', limitMs: 4000,
    });
  });

  test('is a claim: the right changes mend it, with every start method, and the others do not', () => {
    const { claims, mend } = parse(MEND);
    const claim = claims.find(({ id }) => id === mend?.claim);
    expect(claim).toMatchObject({
      id: 'pool#mend', lesson: 'pool', text: 'this change mends it: Say that no more comes', place: { line: 26 },
      proof: {
        asserts: { kind: 'always', expression: '!hung && printed.total == 2' }, times: 2, needs: { cores: 2 }, because: undefined,
      },
    });
    const runs = (part: 'runs' | 'contrasts') => claim?.proof[part].map(({ call, startMethod }) => `${call.args.join(' ')} ${startMethod}`);
    expect(runs('runs')).toEqual(['end fork', 'end spawn']);
    expect(runs('contrasts')).toEqual(['less fork', 'less spawn']);
  });

  test('needs no fence: then a program that is mended ends, with exit code 0', () => {
    const { claims, mend } = parse(PLAIN);
    expect(claims[0]?.proof).toMatchObject({ asserts: { kind: 'always', expression: '!hung && exitCode == 0' }, times: 3 });
    expect(mend?.choices[0]?.run).toMatchObject({ startMethod: undefined, stdout: 'pipe', limitMs: 3000 });
  });

  test('may have several right changes', () => {
    const third = '- [x] Count\n  > It counts.\n  ```sh run\n  node programs/wait.mjs\n  ```\n\n## Answer';
    const { claims, mend } = parse(changed('\n## Answer', third, PLAIN));
    expect(claims[0]?.text).toBe('each of these changes mends it: Say that no more comes; Count');
    expect(mend?.choices.map(({ right }) => right)).toEqual([false, true, true]);
  });

  test('can show the answer to a question, which links to it', () => {
    const { questions } = parse(changed('> Because.', '> Because. [It ends](#mend)', MEND));
    expect(questions[1]?.claims).toEqual(['pool#mend']);
    expect(questions[1] && 'model' in questions[1] && toString(questions[1].model)).toBe('Because.');
  });

  test('is the same in a course that was compiled', async () => {
    const folder = folderWith({ 'pool.md': MEND, ...BESIDE });
    const course = await readCourse(folder, known);
    const revived = reviveCourse(compiledCourse(course, 'x'), folder, 'x');
    const [lesson] = revived?.lessons ?? [];
    expect(lesson?.mend?.choices.map(({ right, run }) => [right, run.call.text, run.limitMs])).toEqual([
      [false, 'python3 programs/wait.py less', 4000], [true, 'python3 programs/wait.py end', 4000],
    ]);
    expect(lesson?.mend?.choices[0]?.run.call).toMatchObject({ file: join(folder, 'programs/wait.py') });
    expect(revived && claimOf(revived, 'pool#mend')?.proof).toEqual(claimOf(course, 'pool#mend')?.proof);
  });
});

const RUN = 'write a fence "```sh run" below it, indented as its quote is';

/** One change to a good lesson, and all that is then told of it: each of these is a flaw, and there is no choice of changes any more. */
const BROKEN: readonly (readonly [from: string, to: string, ...problems: string[]])[] = [
  ['- [x] Say', '- [ ] Say', '30:1: no change is marked as one that mends it; mark at least one with `[x]`'],
  ['- [ ] Wait', '- [x] Wait', '30:1: every change mends it, so nothing is to be chosen, and the claim has no contrast; add one that does not'],
  ['  ```sh run\n  python3 programs/wait.py less\n  ```\n', '', `30:1: this change is never run; ${RUN}`],
  ['  ```sh run\n  python3 programs/wait.py less\n  ```\n', '  ```sh\n  python3 programs/wait.py less\n  ```\n',
    `30:1: this change is never run; ${RUN}`,
    '32:3: this part of the choice is not shown; put it into the quote below the choice: "> …"'],
  ['  python3 programs/wait.py less\n  ```', '  python3 programs/wait.py less\n  ```\n  ```sh run\n  node programs/wait.mjs\n  ```',
    '35:3: this is a second run of the change; keep one'],
  ['wait.py less', 'wait.py end', '38:3: this runs the same as the choice on line 30; run each change as it is described'],
  ['wait.py less', 'gone.py', '33:3: there is no file `programs/gone.py`; write its path as seen from the lesson'],
  ['programs/wait.py less', '../wait.py', '33:3: `../wait.py` lies outside of the lesson\'s folder; put the program into a folder below the lesson'],
  ['python3 programs/wait.py less', 'make', '33:3: `make` cannot be run from a lesson; write `mp-tutor demo NAME`, `node FILE` or `python3 FILE`'],
  ['always: \'!hung', 'colour: red\nalways: \'!hung',
    '42:1: unknown key `colour`; the keys are `always`, `times`, `limit`, `start-method`, `stdout`, `needs`'],
  ['printed.total', 'printed.totl', '42:19: the program python3 programs/wait.py less has no fact `printed.totl`; did you mean `printed.total`?'],
  ['printed.total == 2', 'true and', '42:24: this expression cannot be used: Unexpected character: \'d\'; '
    + 'write `&&`, `||`, `!` and `==`, not `and`, `or`, `not` and `=`; docs/lessons.md shows how'],
  ['limit: 4', 'limit: 1', '45:8: "1" is no limit for a run; write seconds, from 2 to 60'],
  ['always: \'!hung && printed.total == 2\'\n', 'x: 1\n', '42:1: unknown key `x`; the keys are `always`, `times`, `limit`, `start-method`, `stdout`, `needs`'],
  ['limit: 4', 'limit: long', '45:8: "long" is no limit for a run; write seconds, from 2 to 60'],
  ['times: 2', 'times: 0', '46:8: "0" is not how often a run can be done; write a whole number from 1 to 100'],
  ['[fork, spawn]', 'fock', '43:15: there is no start method "fock"; did you mean `fork`?'],
  ['stdout: terminal', 'stdout: file', '44:9: "file" is not what the standard output can be; take pipe or terminal'],
  ['cores: 2', 'cores: two', '47:16: "two" is no number of cores; write a whole number from 1 to 64'],
  ['  ```sh run\n  python3 programs/wait.py end\n  ```\n', '\n```sh run\npython3 programs/wait.py end\n```\n',
    `35:1: this change is never run; ${RUN}`,
    '38:1: this stands below the choices and is not shown; indent it by two spaces, so that it belongs to its choice'],
  ['## Answer', '```yaml mended\n```\n\n## Answer', '50:1: this is a second fence about the same changes; keep one'],
];

describe('what is wrong with the section Mend', () => {
  test.each(BROKEN)('%s → %s', (from, to, ...problems) => {
    const text = changed(from, to, MEND);
    expect(toldOf(text, BESIDE)).toEqual(problems);
    const files = memoryFiles(Object.fromEntries(Object.entries(BESIDE).map(([name, each]) => [`/course/${name}`, each])));
    const { lesson } = parseLesson(text, '/course/pool.md', known, files);
    expect(lesson?.mend).toBeUndefined();
    expect(lesson?.claims).toEqual([]);
  });

  test.each([
    ['Which change makes it end?\n', '', '26:1: nothing is asked of these changes; write the question above them'],
    ['  > It waits all the same.\n', '', '30:1: the choice "Wait for less" has no explanation; write a quote below it, indented by two spaces: "> why"'],
    ['## Run\n\n```sh run\nmp-tutor demo pool --workers 3\n```\n\n', '',
      '11:1! there is a prediction but no run; write below `## Run` what decides it',
      '20:1: there is nothing to mend, since nothing is run; write below `## Run` what needs it'],
    ['They share the tasks.', '```yaml mended\n```', '52:1: this is about no changes; move it into `## Mend`, below the choices'],
    ['They share the tasks.', '```sh mended\n```', '52:1: "sh mended" means nothing; only `yaml mended` says when a program is mended'],
    ['Try it.', '- [ ] one\n- [x] two', '63:1: these boxes can never be ticked; move them into `## Predict`, `## Mend` or a question of the quiz, or take the boxes away'],
  ])('%s → %s', (from, to, ...problems) => {
    expect(toldOf(changed(from, to, MEND), BESIDE)).toEqual(problems);
  });

  test('a wrong choice leads to a misconception, where the course has any; a right one need not', () => {
    const beside = { ...BESIDE, 'misconceptions.md': '## Join tells the child to stop\n\nIt waits.\n' };
    const told = (text: string): string[] => toldOf(text.replace(/## Quiz[^]*/, '## Quiz\n\n### why\n\nWhy?\n\n> Because.\n'), beside);
    expect(told(MEND)).toEqual([
      '30:1: the wrong choice "Wait for less" leads to no misconception; link to one in its explanation: `[why](misconceptions.md#…)`',
    ]);
    expect(told(changed('all the same.', 'all the same. [Why](misconceptions.md#join-tells-the-child-to-stop)', MEND))).toEqual([]);
  });

  test('a section without choices is told of', () => {
    expect(toldOf(MEND.replace(/- \[ \] Wait[^]*?(?=```yaml mended)/, ''), BESIDE)).toEqual([
      '26:1: there are no changes to choose from; write a list below the question: "- [ ] the change", each with its run',
    ]);
  });

  test('it stands between the run and the answer', () => {
    const [before = '', section = '', after = ''] = MEND.split(/(?=## Mend)|(?=## Answer)/);
    expect(toldOf(`${before}${after.replace('## Quiz', `${section}## Quiz`)}`, BESIDE)).toEqual([
      '41:1: `Mend` stands too late; the order is Predict, Run, Mend, Answer, your own sections, Your turn, Quiz',
    ]);
  });
});
