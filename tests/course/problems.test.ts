import { describe, expect, test } from 'vitest';
import { changed, LESSON, toldOf } from './support.js';

const FORMS = 'write `mp-tutor demo NAME`, `node FILE` or `python3 FILE`';
const ID_RULE = 'use small letters, digits and hyphens, as in `which-to-use`';
const ORDER = 'the order is Predict, Run, Mend, Answer, your own sections, Your turn, Quiz';
const FACT = 'end the paragraph above the choices with it: "How many? (`workerPids`)"';
const NUMBERS = 'write `9`, `2.5`, `1..3`, `20..` or `..5`';
const VALUE = 'begin it with its value in code: `9`, `1..3`, `20..`, `true` or a text';
const MARK = 'mark with `[x]` what is right, and only that';
const EXPLAIN = 'write a quote below it, indented by two spaces: "> why"';
const BOX = 'begin it with `- [ ] ` and its text, or `- [x] ` if it is right';
const UNRUN = 'move it into `## Run`, or take away the word `run`; a question is shown by a proof';
const UNINDENTED =
  'this quote is not part of the choice above it; indent it by two spaces if it explains that choice';
const UNTICKED = 'move them into `## Predict`, `## Mend` or a question of the quiz, or take the boxes away';
const TIP = 'write a quote whose first line is `> [!TIP]`, with about 60 words at most';
const FENCE = 'write the command into a fence that begins with "```sh run"';
const TITLE = 'write its question in a line `# Question?` below the front matter';

test('a lesson as it should be has no problems', () => {
  expect(toldOf(LESSON)).toEqual([]);
});

/** One change to a good lesson, and all that is then told of it. */
const CASES: Readonly<Record<string, readonly (readonly [from: string, to: string, ...problems: string[]])[]>> = {
  'the front matter': [
    ['id: pool\n', '', '1:1! the front matter has no `id`; write `id: a-name` in it'],
    ['id: pool\n', 'id: Pool 1\n', `2:5! "Pool 1" is not an id; ${ID_RULE}`],
    [
      'id: pool\n', 'id: [pool]\n',
      '1:1! the lesson has no id that can be used; write `id: a-name` in it',
      '2:5: `id` must be a text; write `id: text`',
    ],
    ['topic: pools', 'topci: pools', '3:1: unknown key `topci`; did you mean `topic`?'],
    ['topic: pools', 'topic: All Pools', `3:8: "All Pools" is not a name for a topic; ${ID_RULE}`],
    ['topic: pools', 'colour: red', '3:1: unknown key `colour`; the keys are `id`, `topic`, `after`'],
    ['after: [process]', 'after: process', '4:8: `after` must be a list; write `after: [one, another]`'],
    [
      'after: [process]', 'after: [process, {a: b}]',
      '4:18: what `after` lists must be texts; write `after: [one, another]`',
    ],
    [
      'topic: pools', 'topic: "pools',
      '4:17! this is not YAML: Missing closing "quote; write `key: value` on each line',
    ],
    ['id: pool\n', 'id: pool\nid: pool\n', '3:1! this key is there twice; delete one of them'],
    [
      'id: pool\ntopic: pools\nafter: [process]', '- pool',
      '2:1! this is not a list of keys with values; write `key: value` on each line',
    ],
    [
      '---\nid: pool', '\n---\nid: pool',
      '1:1! there is no front matter; begin the file with the lines `---`, `id: a-name`, `---`',
      '2:1: this stands before the title; begin the lesson with its `# Question?`',
    ],
    [
      'after: [process]\n---\n', 'after: [process]\n',
      '1:1! the front matter does not end; write a line `---` below it',
    ],
  ],
  'titles and sections': [
    ['# How many processes do the work?\n', '', `8:1! the lesson has no title; ${TITLE}`],
    ['# How many processes do the work?', '#', `7:1! the lesson has no title; ${TITLE}`],
    [
      '# How many processes do the work?', 'Well.\n\n# How many?',
      '7:1: this stands before the title; begin the lesson with its `# Question?`',
    ],
    ['## How it works', '# How it works', '33:1! this is a second title; keep one `#` heading; make this one `##`'],
    ['## How it works', '## Answer', '33:1! this is a second `Answer`; put it together with that on line 26'],
    ['## Answer', '### Answer', '7:1! the lesson has no answer; write one below a heading `## Answer`'],
    [
      '## Predict', '## Predicts',
      '11:1: `Predicts` is not a section that the tutor knows; did you mean `Predict`?',
    ],
    [
      '## Answer\n\nThey share the tasks.\n\n> [!TIP]\n', '## Answre\n\n> [!TIP] Well:\n',
      '26:1: `Answre` is not a section that the tutor knows; did you mean `Answer`?',
      '28:1: `[!TIP]` does not stand alone on its line, so a code host shows no tip; begin a new line after it',
    ],
    [
      '## Quiz', '## Quis',
      '41:1: `Quis` is not a section that the tutor knows; did you mean `Quiz`?',
    ],
    [
      '## Predict', '## Fun',
      '11:1: `Fun` is not a section that the tutor knows; did you mean `Run`?',
      `15:1: these boxes can never be ticked; ${UNTICKED}`,
    ],
    [
      '## How it works', '## your turns',
      '33:1: `your turns` is not a section that the tutor knows; did you mean `Your turn`?',
    ],
    ['## How it works', '## Why'],
    ['## How it works', '##', '33:1: the heading is empty; give it a title, or take it away'],
    [
      '## Predict', '## Background\n\nText.\n\n## Predict',
      `11:1: \`Background\` stands before the answer; write \`###\` if it belongs to what is above; ${ORDER}`,
    ],
    [
      '## Your turn\n\nTry it.\n\n## Quiz', '## Quiz\n\n## Your turn',
      '37:1: there is nothing below `Quiz`; write it, or take the heading away',
      `39:1: \`Your turn\` stands too late; ${ORDER}`,
      `45:1: these boxes can never be ticked; ${UNTICKED}`,
    ],
    [
      '## Your turn', '## Quiz\n\n### q\n\nWhy?\n\n> So.\n\n## Further reading\n\nText.\n\n## Your turn',
      `45:1: \`Further reading\` stands too late; write \`###\` if it belongs to what is above; ${ORDER}`,
      `49:1: \`Your turn\` stands too late; ${ORDER}`,
      '53:1! this is a second `Quiz`; put it together with that on line 37',
    ],
  ],
  'the prediction': [
    ['(`workerPids`)', '', `13:1! the question of the prediction does not name the fact that decides; ${FACT}`],
    [
      '(`workerPids`)', '(workerPids)',
      `13:1! the question of the prediction does not name the fact that decides; ${FACT}`,
    ],
    ['(`workerPids`)', '(`workerPid`)', '13:12! the demo pool has no fact `workerPid`; did you mean `workerPids`?'],
    [
      '(`workerPids`)', '(`zzz`)',
      '13:12! the demo pool has no fact `zzz`; docs/architecture.md lists the facts; a program adds its own by `mark`',
    ],
    ['- [x] `1..3`', '- [ ] `1..3`', '15:1! no choice is marked as what is usual; mark one with `[x]`'],
    ['- [ ] `9`', '- [x] `9`', '17:1! 2 choices are marked as what is usual; mark one with `[x]`'],
    ['`1..3`', '`1..9`', '17:1! `1..9` overlaps `9` on line 15; let one run fit one choice only'],
    ['`1..3`', '`9`', '17:1! `9` overlaps `9` on line 15; let one run fit one choice only'],
    ['`1..3`', '`3..1`', `17:7! \`3..1\` is neither a number nor a range; ${NUMBERS}`],
    ['`1..3`', '`1-3`', `17:7! \`1-3\` is neither a number nor a range; ${NUMBERS}`],
    ['`1..3`: at', 'at', `17:1! the choice "at most the workers" does not say which value it expects; ${VALUE}`],
    [
      '`1..3`: at', '`1..3` at',
      `17:1! the choice "1..3 at most the workers" does not say which value it expects; ${VALUE}`,
    ],
    ['- [x] `1..3`: at most the workers\n  > Yes.\n', '', '15:1! there is one choice; give between 2 and 9'],
    [
      '- [ ] `9`: one each\n  > No.\n- [x] `1..3`: at most the workers\n  > Yes.\n', 'Say it.\n',
      '11:1! the prediction has no choices; write a list below its question: "- [ ] `9`: words"',
    ],
    ['`9`: one each\n  > No.', '`9`: one each', `15:1: the choice "9: one each" has no explanation; ${EXPLAIN}`],
    [
      '## Run\n\n```sh run\nmp-tutor demo pool --workers 3\n```\n\n', '',
      '11:1! there is a prediction but no run; write below `## Run` what decides it',
    ],
    ['> No.\n- [x] `1..3`', '> No.\n- [x] `1..9`', '17:1! `1..9` overlaps `9` on line 15; let one run fit one choice only'],
    ['  > No.\n- [x] `1..3`', '> No.\n- [x] `1..3`', `16:1: ${UNINDENTED}`],
    [
      '`9`: one each\n  > No.\n- [x]', 'nine\n- [x]',
      `15:1: the choice "nine" has no explanation; ${EXPLAIN}`,
      `15:1! the choice "nine" does not say which value it expects; ${VALUE}`,
    ],
    ['## Run', 'And think.\n\n## Run', '20:1: this stands below the choices and is not shown; move it above them'],
  ],
  'the run': [
    ['mp-tutor demo pool --workers 3', '', `22:1! there is no command to run; ${FORMS}`],
    ['mp-tutor demo pool --workers 3', 'mp-tutor demo pol', '23:1! there is no demo "pol"; take pool, threads'],
    ['mp-tutor demo pool --workers 3', 'mp-tutor demo', '23:1! the command names no demo; write `mp-tutor demo NAME`'],
    [
      'mp-tutor demo pool --workers 3', '  mp-tutor demo pool --wrokers 3',
      `23:3! unknown option '--wrokers'; see --help`,
    ],
    [
      'mp-tutor demo pool --workers 3', 'npx mp-tutor demo pool',
      `23:1! \`npx mp-tutor demo pool\` cannot be run from a lesson; ${FORMS}`,
    ],
    [
      'mp-tutor demo pool --workers 3', 'mp-tutor demo pool\n\nmp-tutor demo threads',
      '25:1! this is a second command; keep one command to a run',
    ],
    [
      'mp-tutor demo pool --workers 3', 'mp-tutor demo pool | head',
      '23:20! a run is no shell: | means nothing here; use plain words and quoted texts only',
    ],
    [
      'mp-tutor demo pool --workers 3', 'mp-tutor demo pool --workers $N',
      '23:30! a run is no shell: $ means nothing here; use plain words and quoted texts only',
    ],
    [
      'mp-tutor demo pool --workers 3', 'mp-tutor demo pol --wrokers 3 | cat',
      '23:1! there is no demo "pol"; take pool, threads',
      `23:1! unknown option '--wrokers'; see --help`,
      '23:31! a run is no shell: | means nothing here; use plain words and quoted texts only',
    ],
    [
      'mp-tutor demo pool --workers 3', 'node missing.mjs > "$OUT"',
      '23:1! there is no file `missing.mjs`; write its path as seen from the lesson',
      '23:18! a run is no shell: > means nothing here; use plain words and quoted texts only',
    ],
    ['mp-tutor demo pool --workers 3', 'rm -rf /', `23:1! \`rm -rf /\` cannot be run from a lesson; ${FORMS}`],
    [
      'mp-tutor demo pool --workers 3', 'node missing.mjs',
      '23:1! there is no file `missing.mjs`; write its path as seen from the lesson',
    ],
    [
      'mp-tutor demo pool --workers 3', 'node',
      '23:1! `node` is given no file; write `node FILE`; options of node itself are not used here',
    ],
    [
      'mp-tutor demo pool --workers 3', 'node -e "1"',
      '23:1! `node` is given no file; write `node FILE`; options of node itself are not used here',
    ],
    [
      'mp-tutor demo pool --workers 3', 'python3 ../program.py',
      '23:1! `../program.py` lies outside of the lesson\'s folder; put the program into a folder below the lesson',
    ],
    [
      'mp-tutor demo pool --workers 3', 'python3 /program.py',
      '23:1! `/program.py` lies outside of the lesson\'s folder; put the program into a folder below the lesson',
    ],
    ['```sh run', '```sh', `20:1! there is nothing to run; ${FENCE}`],
    [
      '```sh run', '```sh rnu',
      `20:1! there is nothing to run; ${FENCE}`,
      '22:1: "rnu" after the language of the code means nothing; did you mean `run`?',
    ],
    [
      '```sh run', '```sh run loudly',
      '22:1: "loudly" after the language of the code means nothing; after the language only run, proof, mended, exercise, part, fails, hangs may stand',
    ],
    [
      '```sh run', '```bash run',
      `20:1! there is nothing to run; ${FENCE}`,
      '22:1: "bash run" means nothing; only `sh run` is run',
    ],
    [
      '## Answer', '```sh run\nmp-tutor demo pool\n```\n\n## Answer',
      '26:1! this is a second run; keep one to a lesson; what else is to be shown may be a claim',
    ],
    ['Try it.', '```sh run\nmp-tutor demo pool\n```', `39:1: this is never run; ${UNRUN}`],
  ],
  'the answer': [
    ['> [!TIP]\n> A pool is a fixed set of workers.\n', '', `26:1! there is no short answer for an exam; ${TIP}`],
    [
      '> [!TIP]\n> A pool', '> [!TIP] A pool',
      '30:1: `[!TIP]` does not stand alone on its line, so a code host shows no tip; begin a new line after it',
    ],
    [
      '> [!TIP]\n> A pool is a fixed set of workers.\n', '> [!TIP]\n',
      `30:1! the short answer for an exam says nothing; ${TIP}`,
    ],
    [
      'They share the tasks.', '> [!TIP]\n> They share.',
      '31:1: this is a second short answer for an exam; keep one `[!TIP]` in the answer',
    ],
    [
      'A pool is a fixed set', `${'word '.repeat(70)}set`,
      '30:1: the short answer for an exam has 73 words; keep to about 60',
    ],
  ],
  'the quiz': [
    ['### pool-count', '### Pool count', `43:1! "Pool count" is not the id of a question; ${ID_RULE}`],
    [
      '### pool-why', '### pool-count',
      '52:1! the id "pool-count" is taken by the question on line 43; give this one another',
    ],
    ['- [x] Three', '- [ ] Three', `47:1! no choice of "pool-count" is right; ${MARK}`],
    ['- [ ] Nine', '- [x] Nine', `47:1! every choice of "pool-count" is right; ${MARK}`],
    ['- [ ] Nine', '- Nine', `47:1! this item is not a choice; ${BOX}`],
    ['- [ ] Nine', '- [] Nine', `47:1! this item is not a choice; ${BOX}`],
    ['Three\n', 'Nine\n', '49:1: the choice "Nine" is there twice; change or delete one of them'],
    ['- [ ] Nine\n  > No.\n', '', '47:1! there is one choice; give between 2 and 9'],
    [
      '- [ ] Nine\n', `${[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `- [ ] ${n}\n  > No.\n`).join('')}- [ ] Nine\n`,
      '47:1! there are 10 choices; give between 2 and 9',
    ],
    ['Three\n  > Yes.', 'Three', `49:1: the choice "Three" has no explanation; ${EXPLAIN}`],
    [
      'Three\n  > Yes.', 'Three\n\n> Yes.',
      `51:1: ${UNINDENTED}`,
    ],
    ['Nine\n  > No.', 'Nine\n> No.', `48:1: ${UNINDENTED}`],
    ['Nine\n  > No.', 'Nine\n> No.\n\n> Never.', `48:1: ${UNINDENTED}`, `50:1: ${UNINDENTED}`],
    [
      'Three\n  > Yes.', 'Three\n  > Yes.\n\n> Or so.',
      '52:1: this stands below the choices or the model answer and is not shown; indent it by two spaces if it explains a choice',
    ],
    [
      'pool-count\n\nHow many?\n\n- [ ] Nine\n  > No.', 'pool count\n\n- [ ] Nine',
      `43:1! "pool count" is not the id of a question; ${ID_RULE}`,
      '43:1! "pool count" asks nothing; write the question below its id',
      `45:1: the choice "Nine" has no explanation; ${EXPLAIN}`,
    ],
    [
      '- [ ] Nine\n  > No.\n- [x] Three\n  > Yes.', '- Nine\n  > No.\n- [x] Three',
      `47:1! this item is not a choice; ${BOX}`,
      `49:1: the choice "Three" has no explanation; ${EXPLAIN}`,
    ],
    [
      'Three\n  > Yes.', 'Three\n\n  Yes.',
      `49:1: the choice "Three" has no explanation; ${EXPLAIN}`,
      '51:3: this part of the choice is not shown; put it into the quote below the choice: "> …"',
    ],
    [
      '> Because.', 'Because.',
      '52:1! "pool-why" has neither choices nor a model answer; write a list "- [ ] …", or a quote with the answer',
    ],
    ['Why?\n', '', '52:1! "pool-why" asks nothing; write the question below its id'],
    [
      '## Quiz\n', '## Quiz\n\nNow you.\n',
      '43:1: this belongs to no question; begin each question with its id: `### an-id`',
    ],
    [
      '## Quiz\n', '## Quiz\n\nNow you.\n\n## Quiz\n',
      '43:1: this belongs to no question; begin each question with its id: `### an-id`',
      '45:1! this is a second `Quiz`; put it together with that on line 41',
    ],
    [
      'Why?', 'Why?\n\n```sh run\nmp-tutor demo pool\n```',
      `56:1: this is never run; ${UNRUN}`,
    ],
  ],
  'what may stand anywhere': [
    ['More.', '[here](#predict) [there](https://example.org/x#y) [other](other.md#top) [program](programs/a.mjs)'],
    [
      'More.', 'See [it](gone.md) now.',
      '35:5: the link leads nowhere: there is no gone.md; mend its path, or write the file',
    ],
    [
      'More.', '[it](other.md#topp)',
      '35:1: the link leads nowhere: other.md has no heading #topp; did you mean `#top`?',
    ],
    [
      'More.', '[it](#your-trun)',
      '35:1: the link leads nowhere: this file has no heading #your-trun; did you mean `#your-turn`?',
    ],
    [
      'More.', '[it](#)',
      '35:1: the link leads nowhere: this file has no heading #; write that heading, or link to another',
    ],
    [
      'More.', '[it](/etc/passwd)',
      '35:1: the link to /etc/passwd means another file on each machine; write the path as seen from this file',
    ],
    ['More.', '[it](100%.md)', '35:1: the link cannot be read; write `%25` for a percent sign'],
    [
      'More.', '![picture](gone.png)',
      '35:1: the link leads nowhere: there is no gone.png; mend its path, or write the file',
    ],
    [
      'More.', '[a][b]\n\n[b]: gone.md',
      '37:1: the link leads nowhere: there is no gone.md; mend its path, or write the file',
    ],
    ['More.', '- [ ] not yet', `35:1: these boxes can never be ticked; ${UNTICKED}`],
    [
      'More.', '```python\nprint(1)',
      '35:1: this code is never closed, so all that follows is code; write a line with ``` below it',
    ],
    [
      'More.', 'a\u001b[31mred\u001b[0m',
      '35:2: there is a control character, U+001B and 1 more in this line; delete it',
    ],
    ['More.', 'a\u202eb', '35:2: there is a control character, U+202E; delete it'],
  ],
};

test.each([
  ['mp-tutor demo pool --wrokers 3', true],
  ['mp-tutor demo pool | cat', true],
  ['mp-tutor demo pol', true],
  ['mp-tutor demo semaphore', false],
  ['node missing.mjs', false],
])('a wrong fact is told of beside a wrong `%s`: %s', (command, isTold) => {
  const text = changed('`workerPids`', '`zzz`', changed('mp-tutor demo pool --workers 3', command));
  expect(toldOf(text).some((problem) => problem.includes('has no fact `zzz`'))).toBe(isTold);
});

const BESIDE = { 'other.md': '# Top\n', 'programs/a.mjs': '' };
for (const [what, cases] of Object.entries(CASES)) {
  test.each(cases)(`${what}: %j → %j`, (from, to, ...problems) => {
    expect(toldOf(changed(from, to), BESIDE)).toEqual(problems);
  });
}

test.each<readonly [text: string, ...problems: string[]]>([
  ['', '1:1! the file is empty; `mp-tutor new lesson ID` writes a lesson to begin with'],
  [' \n\n', '1:1! the file is empty; `mp-tutor new lesson ID` writes a lesson to begin with'],
  [
    'Hello',
    '1:1! there is no front matter; begin the file with the lines `---`, `id: a-name`, `---`',
    `1:1! the lesson has no title; ${TITLE}`,
    '1:1! the lesson has no answer; write one below a heading `## Answer`',
  ],
  [
    `${LESSON}\n${'>'.repeat(100)} deep`,
    '1:1! quotes, lists or emphasis are nested too deeply, or one paragraph has thousands of marks; write it more simply',
  ],
  [
    `${LESSON}\n${'>'.repeat(50_000)} deeper`,
    '1:1! quotes, lists or emphasis are nested too deeply, or one paragraph has thousands of marks; write it more simply',
  ],
])('a file that can hardly be a lesson: %#', (text, ...problems) => {
  expect(toldOf(text)).toEqual(problems);
});

test('a link to the run where there is none', () => {
  const text = LESSON.replace(/## Predict[^]*?(?=## Answer)/, '').replace('> Because.', '> Because. [See it](#run)');
  expect(toldOf(text)).toEqual([
    '41:12: the link leads nowhere: this file has no heading #run; write that heading, or link to another',
  ]);
});

test('a quiz without the ids of questions', () => {
  const text = LESSON.replace(/### pool-count[^]*/, 'Soon.\n\nReally.\n');
  expect(toldOf(text)).toEqual(['43:1: the quiz has no questions; begin each question with its id: `### an-id`']);
});

const LINKED = changed('Nine\n  > No.', 'Nine\n  > [No](misconceptions.md#a-task-is-a-process).');
const MISCONCEPTIONS = '# What people believe\n\n## A task is a process\n\nIt is not.\n';

test.each<readonly [from: string, to: string, ...problems: string[]]>([
  ['[No](misconceptions.md#a-task-is-a-process)', '[No](./misconceptions.md#a-task-is-a-process)'],
  [
    '[No](misconceptions.md#a-task-is-a-process)', 'No',
    '47:1: the wrong choice "Nine" leads to no misconception; ' +
      'link to one in its explanation: `[why](misconceptions.md#…)`',
  ],
  [
    '#a-task-is-a-process', '#a-task-is-a-proces',
    '48:5: the link leads nowhere: misconceptions.md has no heading #a-task-is-a-proces; ' +
      'did you mean `#a-task-is-a-process`?',
  ],
  [
    '#a-task-is-a-process', '#what-people-believe',
    '48:5: the link leads nowhere: misconceptions.md has no heading #what-people-believe; ' +
      'write that heading, or link to another',
  ],
])('in a course with misconceptions: %j → %j', (from, to, ...problems) => {
  expect(toldOf(changed(from, to, LINKED), { 'misconceptions.md': MISCONCEPTIONS })).toEqual(problems);
});

describe('where the right choices are', () => {
  const question = (right: number, index: number, bullets = ['- ', '- ']): string => {
    const choices = [0, 1].map((n) => `${bullets[n]}[${n === right ? 'x' : ' '}] c${n}\n   > So.\n`);
    return `### q-${index}\n\nWhich?\n\n${choices.join('')}\n`;
  };
  const toldOfQuiz = (...questions: string[]): string[] => (
    toldOf(LESSON.replace(/### pool-count[^]*/, questions.join('')))
  );

  test.each([
    [[1, 1, 1, 1, 1], ['41:1: the right choice is number 2 in all 5 questions; put some elsewhere']],
    [[0, 0, 0, 0, 0, 0], ['41:1: the right choice is number 1 in all 6 questions; put some elsewhere']],
    [[1, 1, 1, 1], []],
    [[1, 1, 1, 1, 0], []],
  ])('%j', (rights, problems) => {
    expect(toldOfQuiz(...rights.map((right, index) => question(right, index)))).toEqual(problems);
  });

  test('those of ordered lists do not count', () => {
    const ordered = question(1, 4, ['1. ', '2. ']);
    expect(toldOfQuiz(...[1, 1, 1, 1].map((right, index) => question(right, index)), ordered)).toEqual([]);
  });
});
