import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { lessonText } from '../cli/lessons.js';
import { allGone, eventually } from '../support/processes.js';
import { descendantsRunning, openTutor, runTutor } from './mp-tutor.js';
import { temporaryFolder } from './sample-course.js';
import { keys, type Terminal, type TerminalOptions } from './terminal.js';

const PROGRAM = `import { createServer } from 'node:net';
const [what] = process.argv.slice(2);
if (what !== 'nothing') console.log('one');
if (what === 'both') console.log('two');
// It waits for somebody to connect, and nobody does.
if (what === 'hangs') createServer().listen(0, '127.0.0.1');
`;
const PREDICT = 'Does it hang? (`hung`)\n\n- [x] `true`: yes\n  > It waits.\n- [ ] `false`: no\n  > It does not.';
const MEND = `Which change mends it?

- [ ] Wait longer
  > It never comes. [Believed](misconceptions.md#patience-helps)
  \`\`\`sh run
  node it.mjs hangs
  \`\`\`
- [ ] Print nothing
  > Then the lines are lost.
  \`\`\`sh run
  node it.mjs nothing
  \`\`\`
- [x] Print both lines
  > Then nothing is missing.
  \`\`\`sh run
  node it.mjs both
  \`\`\`

\`\`\`yaml mended
always: '!hung && size(output) == 2'
limit: 2
\`\`\``;

let folder = '';
let course = '';

beforeEach(() => {
  folder = temporaryFolder();
  course = join(folder, 'course');
  mkdirSync(course);
  writeFileSync(join(course, 'it.mjs'), PROGRAM);
  writeFileSync(join(course, 'misconceptions.md'), '## Patience helps\n\nIt does not.\n');
  writeFileSync(join(course, 'pool.md'), lessonText({ run: 'node it.mjs hangs', predict: PREDICT, mend: MEND, questions: 0 }));
});

/** Opens the lesson at its page about the change. */
async function open(options: TerminalOptions = {}): Promise<Terminal> {
  const terminal = openTutor(['learn', 'pool', '--trust', '--lessons', course], { env: { XDG_STATE_HOME: join(folder, 'state') }, ...options });
  await terminal.waitFor(/Enter next/);
  await press(terminal, keys.enter, /Enter guess/);
  await press(terminal, keys.enter, /Right\./);
  return press(terminal, keys.enter, /Mend it[^]*for 2 seconds at\s+most/).then(() => terminal);
}

async function press(terminal: Terminal, key: string, next: RegExp): Promise<string> {
  terminal.type(key);
  return terminal.waitFor(next, 15_000);
}

async function choose(terminal: Terminal, number: number, next: RegExp): Promise<string> {
  await press(terminal, `${number}`, new RegExp(`▸ ${number}`));
  return press(terminal, keys.enter, next);
}

describe.each([{ columns: 80 }, { columns: 50 }])('the Mend page at $columns columns', ({ columns }) => {
  test('runs each change that is chosen, says whether it mends, and goes on when one wants', async () => {
    const terminal = await open({ columns, rows: 50 });
    const hung = await choose(terminal, 1, /✗ That does not mend it\.[^]*try another/);
    expect(hung).toMatch(/You chose +Wait longer\n In this run +it hung, and was ended after 2\.\d s\n\n Who waited for whom/);
    expect(hung.replaceAll(/\s+/g, ' ')).toContain('It never comes. Often believed, but wrong: "Patience helps"');
    await press(terminal, 'o', /▸ 1 {2}Wait longer {2}◂ ✗ it does not\n {3}2 {2}Print nothing\n/);
    const lost = await choose(terminal, 2, /✗ That does not mend it\./);
    expect(lost.replaceAll(/\s+/g, ' ')).toMatch(/it ended by itself after \d\.\d s, but not as it should: hung = false, output = \[\]/);
    await press(terminal, 'b', /▸ 2/);
    const mended = await choose(terminal, 3, /✓ That mends it\./);
    expect(mended).toMatch(/In this run +it ended by itself after[^]*Then nothing is missing\.[^]*The program printed\n {3}one\n {3}two/);
    await press(terminal, keys.enter, /The answer/);
    await press(terminal, 'b', /3 {2}Print both lines {2}◂ ✓ it mends it/);
    await press(terminal, 's', /The answer/);
    expect(terminal.transcript().split('\n').every((line) => line.length <= columns)).toBe(true);
  }, 60_000);
});

test('Ctrl-C while a change runs ends its processes', async () => {
  const terminal = await open();
  await choose(terminal, 1, /node it\.mjs hangs · for 2 s at most/);
  let below: number[] = [];
  expect(await eventually(() => (below = descendantsRunning(terminal.pid, 'it.mjs')).length > 0, 5000)).toBe(true);
  terminal.type(keys.ctrlC);
  expect((await terminal.exit()).code).toBe(130);
  expect(await allGone(below)).toBe(true);
}, 30_000);

test('a change that the learner does not agree to is not run, and its explanation is there', async () => {
  writeFileSync(join(course, 'pool.md'), lessonText({ run: '', mend: MEND, questions: 0 }));
  const terminal = openTutor(['learn', 'pool', '--lessons', course], { env: { XDG_STATE_HOME: join(folder, 'state') } });
  await terminal.waitFor(/Enter next/);
  await press(terminal, keys.enter, /Mend it/);
  await press(terminal, keys.enter, /Run it\?/);
  await press(terminal, keys.enter, /It was not run: node it\.mjs hangs\n\n Usually this does not mend it\.\n\n It never comes\./);
}, 30_000);

test('--plain has the changes, what mends it only at its end; --run runs them all', () => {
  const learn = ['learn', 'pool', '--plain', '--lessons', course];
  const env = { XDG_STATE_HOME: join(folder, 'state') };
  const [before = '', after = ''] = runTutor(learn, env).stdout.split('# Answers');
  expect(before).toMatch(/If the program has not ended after 4 seconds, it is ended\.[^]*# Mend\n\n Which change mends it\?\n\n 1 {2}Wait longer\n 2 {2}Print nothing\n 3 {2}Print both lines\n/);
  expect(before).not.toContain('Then nothing is missing');
  expect(after).toMatch(/Which changes mend it\n\n 1 {2}It does not: Wait longer[^]*3 {2}It does: Print both lines\n Then nothing is missing/);
  const { status, stdout } = runTutor([...learn, '--run', '--trust'], env, 40_000);
  expect(status).toBe(0);
  expect(stdout).toMatch(/# Change 1: Wait longer[^]*it hung, and was ended[^]*That does not mend it\.[^]*# Change 3: Print both lines[^]*That mends it\.[^]*# Answer/);
}, 60_000);
