import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Learner, learner, linesOf, tutor } from './learner.js';
import { openTutor } from './mp-tutor.js';
import { temporaryFolder, writeFiles } from './sample-course.js';
import { keys, type Terminal } from './terminal.js';

const TODAY = /^mp-tutor-exam-\d{4}-\d\d-\d\d\.md$/;

interface Room {
  readonly who: Learner;
  readonly folder: string;
}

const room = (): Room => ({ who: learner(), folder: temporaryFolder() });

const sit = ({ who, folder }: Room, input: string, args: readonly string[] = []) =>
  tutor(who, ['quiz', '--exam', '--plain', ...args], input, folder);

const resultIn = ({ folder }: Room, name = readdirSync(folder)[0] ?? ''): string => readFileSync(join(folder, name), 'utf8');

/** The numbers of the right choices of the sample course's questions, in the exam whose first lines these are. */
function answers(printed: string): string {
  const right = ['Yes, the heap', 'Yes: a process', 'Yes: a forked child', 'True', 'Process', '`?\\[ 1, 4'];
  return printed.split(/^Question \d+ of \d+/m).slice(1).map((asked) => {
    const numbers = right.flatMap((text) => new RegExp(`^ +(\\d)  ${text}`, 'm').exec(asked)?.[1] ?? []);
    return numbers.length > 0 ? numbers.join(' ') : 'Handing over costs time';
  }).join('\n');
}

describe('quiz --exam in lines', () => {
  test('asks without a word on right or wrong, then grades, scores by topic, and writes it all down', () => {
    const where = room();
    const asked = sit(room(), 'n\nn\nn\nn\nn\n\n').stdout;
    const { stdout, status, stderr } = sit(where, `${answers(asked)}\n2\n`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const before = stdout.slice(0, stdout.indexOf('How was yours?'));
    expect(before).toContain('Question 6 of 6');
    expect(before).not.toMatch(/Right|Not right|show me|lesson explains/);
    expect(stdout).toMatch(/5\.5 of 6 right \(92 %\), in \d+ s\./);
    expect(stdout).toMatch(/threads +4 of 4/);
    expect(readdirSync(where.folder)).toEqual([expect.stringMatching(TODAY)]);
    const written = resultIn(where);
    expect(written).toMatch(/^# Exam: A sample course\n\n\*\*5\.5 of 6 right \(92 %\)\*\*/);
    expect(written).toMatch(/\| begun +\| \d{4}-\d\d-\d\dT/);
    expect(written).toMatch(/\| time taken +\| \d+ s +\|/);
    expect(written).toMatch(/\| the same again +\| mp-tutor quiz --exam --seed \d+ --count 6 --lessons/);
    expect(written).toMatch(/\| mp-tutor +\| \d+\.\d+\.\d+ +\|\n\| course +\| sample@\/\S+, questions [0-9a-f]{12} +\|\n\| machine +\| \w+ \S+ \w+, \d+ cores?, Node \d+/);
    expect(written).toMatch(/\| threads \| 4 +\| 4 +\|\n\| pool +\| 1\.5 +\| 2/);
    expect(written).toMatch(/- \[x\] \*\*Key:\*\* Yes, the heap\n {2}> \S/);
    expect(written).toMatch(/\*You wrote\*\n\n> Handing over costs time\n\n\*A model answer\*\n\n> When handing over[^]*\*\*Own grade: partly\.\*\*/);
    expect(written).not.toMatch(/\]\((?!https:)/);
    expect(linesOf(where.who)).toHaveLength(6);
    expect(linesOf(where.who)).toContainEqual(expect.objectContaining({ kind: 'answer', question: 'slower', right: 0.5 }));
  });

  test('is the same for everybody, and another with another seed', () => {
    const first = (args: readonly string[]): string => {
      const { stdout } = sit(room(), 'n\n'.repeat(6), args);
      return stdout.slice(stdout.indexOf('Question 1'), stdout.indexOf('of 6 right'));
    };
    expect(first([])).toBe(first([]));
    expect(first(['--seed', '7'])).not.toBe(first(['--seed', '1234']));
  });

  test('gives no help', () => {
    const { stdout } = sit(room(), 's\nl\n?\nq\n', ['threads']);
    expect(stdout.match(/There is no help in an exam\./g)).toHaveLength(2);
    expect(stdout).toContain('There is no other help, and no way back.');
  });

  test('that is left early says so, and counts what was not answered as not right', () => {
    const where = room();
    const { stdout, status } = sit(where, '1\nn\nq\n', ['threads']);
    expect(status).toBe(0);
    expect(sit(room(), `${answers(sit(room(), 'n\n').stdout)}\nq\n`).stdout).not.toContain('read again');
    expect(stdout).toMatch(/of 4 right[^]*Left after 2 of 4 questions: what was not answered counts as not\s+right\./);
    expect(resultIn(where)).toMatch(/Left after 2 of 4 questions[^]*\*\*No answer\.\*\*[^]*\*\*Not reached\.\*\*/);
    expect(linesOf(where.who)).toHaveLength(1);
  });

  test('tells whether somebody left it, or the input ended', () => {
    expect(sit(room(), 'q\n', ['threads'])).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('No question was answered, so there is no result.') });
    const where = room();
    expect(sit(where, '1\n', ['threads']).stdout).toContain('The input ended after 1 of 4 questions');
    expect(resultIn(where)).toContain('The input ended after 1 of 4 questions');
  });

  test('never overwrites a result', () => {
    const where = room();
    sit(where, '1\n');
    sit(where, 'n\n');
    sit(where, 'n\n');
    expect(readdirSync(where.folder)).toEqual([
      expect.stringMatching(/-\d\d-2\.md$/), expect.stringMatching(/-\d\d-3\.md$/), expect.stringMatching(TODAY),
    ]);
    writeFiles(where.folder, { 'mine.md': 'mine' });
    const refused = sit(where, '1\n', ['--out', 'mine.md']);
    expect(refused.status).toBe(2);
    expect(refused.stdout).toBe('');
    expect(refused.stderr).toContain('mine.md is there already, and no result is overwritten.');
    expect(resultIn(where, 'mine.md')).toBe('mine');
    expect(sit(where, '1\n', ['--out', 'other.md']).status).toBe(0);
    expect(resultIn(where, 'other.md')).toContain('# Exam');
  });

  test('cannot begin where its result could not be written, nor without any answer', () => {
    const where = room();
    const nowhere = sit(where, '1\n', ['--out', 'no/such/folder.md']);
    expect([nowhere.status, nowhere.stdout]).toEqual([1, '']);
    const none = sit(where, '');
    expect(none.status).toBe(2);
    expect(none.stderr).toContain('the input ended before a question was answered');
    expect(readdirSync(where.folder)).toEqual([]);
  });

  test('--out alone is refused', () => {
    expect(tutor(learner(), ['quiz', '--plain', '--out', 'x.md']).stderr).toContain('it needs --exam');
  });
});

describe('quiz --exam on pages', () => {
  const open = ({ who, folder }: Room, columns: number): Terminal =>
    openTutor(['quiz', '--exam', '--lessons', who.course], { columns, env: who.env, cwd: folder });

  const isAsking = (number: number) => new RegExp(`${number} of 6\n[^]*Enter (answer|write)`);

  test.each([80, 50])('goes on at once after an answer, and grades what was written at the end, in %i columns', async (columns) => {
    const where = room();
    const terminal = open(where, columns);
    await terminal.waitFor(/There is no help[^]*Enter begin/);
    terminal.type(keys.enter);
    for (let number = 1; number <= 6; number++) {
      const screen = await terminal.waitFor(isAsking(number));
      expect(screen).not.toMatch(/show me|b back|Right\./);
      if (/write an answer/.test(screen)) {
        terminal.type(keys.enter);
        await terminal.waitFor(/in your own words/);
        terminal.type(`Handing over${keys.enter}`);
        await terminal.waitFor(/> Handing over\n\s*>/);
        terminal.type(keys.enter);
      } else {
        terminal.type(`1${keys.enter}`);
      }
    }
    expect(await terminal.waitFor(/Grade it yourself/)).toMatch(/You wrote\n\s+Handing over/);
    terminal.type(`1${keys.enter}`);
    expect((await terminal.exit()).code).toBe(0);
    expect(terminal.transcript()).toMatch(/of 6 right/);
    expect(resultIn(where)).toContain('Own grade: I had it.');
  });

  test('Ctrl-C is 130, and what was answered is kept and written', async () => {
    const where = room();
    const terminal = open(where, 80);
    await terminal.waitFor(/Enter begin/);
    terminal.type(keys.enter);
    await terminal.waitFor(isAsking(1));
    terminal.type('n');
    await terminal.waitFor(isAsking(2));
    terminal.type(keys.ctrlC);
    expect((await terminal.exit()).code).toBe(130);
    expect(terminal.cursorVisible).toBe(true);
    expect(resultIn(where)).toContain('Interrupted after 1 of 6 questions');
  });

  test('q before it begins writes nothing', async () => {
    const where = room();
    const terminal = open(where, 80);
    await terminal.waitFor(/Enter begin/);
    terminal.type('q');
    expect((await terminal.exit()).code).toBe(0);
    expect(readdirSync(where.folder)).toEqual([]);
  });
});
