import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { lessonText, type Parts } from '../cli/lessons.js';
import { allGone, eventually } from '../support/processes.js';
import { descendants, descendantsRunning, openTutor, pipeTutor, runTutor } from './mp-tutor.js';
import { keys, type Terminal, type TerminalOptions } from './terminal.js';

const QUICK = 'mp-tutor demo pool --workers 2 --items 3 --delay 10';
const SLOW = 'mp-tutor demo pool --workers 2 --items 4 --delay 1500';
const HELLO = "console.log('hello from a program');\n";

let folder = '';
let course = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
  course = join(folder, 'course');
  mkdirSync(course);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

function writeLesson(parts: Parts, name = `${parts.id ?? 'pool'}.md`): string {
  const file = join(course, name);
  writeFileSync(file, lessonText(parts));
  return file;
}

/** A lesson that runs a program of the course, and predicts nothing. */
function writeProgramLesson(text: string): string {
  const file = join(course, 'hello.mjs');
  writeFileSync(file, text);
  writeLesson({ predict: '', run: 'node hello.mjs', questions: 0 });
  return file;
}

function env(): Record<string, string> {
  return { XDG_STATE_HOME: join(folder, 'state') };
}

function openLearn(args: readonly string[] = [], { env: more, ...options }: TerminalOptions = {}): Terminal {
  return openTutor(['learn', '--lessons', course, ...args], { env: { ...env(), ...more }, ...options });
}

function run(args: readonly string[]) {
  return runTutor(args, env());
}

/** As if the lesson had been read to its end, once the journal is there. */
function hasRead(lesson: string): void {
  const page = journal().find((entry) => entry['kind'] === 'page' && entry['lesson'] === lesson);
  appendFileSync(join(folder, 'state', 'mp-tutor', 'journal.jsonl'), `\n${JSON.stringify({ at: Date.now(), kind: 'finished', course: page?.['course'], lesson })}`);
}

function journal(): Record<string, unknown>[] {
  const lines = readFileSync(join(folder, 'state', 'mp-tutor', 'journal.jsonl'), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Presses Enter on one page and waits for the next. */
function enter(terminal: Terminal, next: RegExp): Promise<string> {
  terminal.type(keys.enter);
  return terminal.waitFor(next);
}

/** Answers the question on the screen with the choice that says "No", wherever it stands. */
async function answerNo(terminal: Terminal, question: RegExp): Promise<void> {
  const screen = await terminal.waitFor(question);
  terminal.type(/(\d) {2}No$/m.exec(screen)?.[1] ?? '');
  await terminal.waitFor(/▸ \d {2}No$/m);
  await enter(terminal, /Right\./);
}

describe.each([{ columns: 80 }, { columns: 50 }])('at $columns columns', ({ columns }) => {
  test('a lesson is walked from its question over a real run to its end', async () => {
    writeLesson({ run: QUICK });
    const terminal = openLearn(['pool'], { columns });
    await terminal.waitFor(/How many\?\s+A pool is a fixed set[^]*Enter next/);
    await enter(terminal, /How many PIDs\?[^]*Enter guess/);
    terminal.type('2');
    await terminal.waitFor(/▸ 2/);
    const compared = await enter(terminal, /In this run/);
    expect(compared).toMatch(/You said +1 to 3: at most the workers/);
    expect(compared).toMatch(/In this run +[12]\n\n Right\.\n\n A quick worker/);
    expect(compared.replaceAll(/\s+/g, ' ')).toMatch(/What you saw · 3 tasks, done by/);
    expect(compared).toContain('3 of 8');
    await enter(terminal, /The answer[^]*In an exam/);
    await enter(terminal, /Your turn/);
    terminal.type(keys.enter);
    await answerNo(terminal, /6 of 8[^]*Enter answer/);
    terminal.type(keys.enter);
    await answerNo(terminal, /7 of 8[^]*Enter answer/);
    await enter(terminal, /That was the lesson\.[^]*mp-tutor demo pool/);
    terminal.type(keys.enter);
    expect((await terminal.exit()).code).toBe(0);
    expect(terminal.cursorVisible).toBe(true);
    expect(terminal.transcript().split('\n').every((line) => line.length <= columns)).toBe(true);
    expect(journal().map(({ kind, page, right }) => `${String(kind)} ${JSON.stringify(page ?? right ?? '')}`)).toEqual([
      'page 0', 'page 1', 'expectation ""', 'page 2', 'prediction true', 'page 3', 'page 4', 'page 5', 'answer 1', 'page 6', 'answer 1', 'page 7', 'finished ""',
    ]);
  });
});

describe('the run', () => {
  test('is compared with a wrong guess: both explanations are there', async () => {
    writeLesson({ run: QUICK });
    const terminal = openLearn(['pool']);
    await terminal.waitFor(/Enter next/);
    await enter(terminal, /Enter guess/);
    const compared = await enter(terminal, /In this run/);
    expect(compared).toMatch(/In this run +[12], so 1 to 3: at most the workers\n\n Not right\.\n\n That is a process in a loop\.\n\n What happened:\n A quick/);
  });

  test('is made again by r, and not by going on and back', async () => {
    writeLesson({ run: QUICK });
    const terminal = openLearn(['pool']);
    await terminal.waitFor(/Enter next/);
    await enter(terminal, /Enter guess/);
    const busiest = (screen: string): string => /task:\s+(\d+) did/.exec(screen)?.[1] ?? '';
    const first = busiest(await enter(terminal, /In this run/));
    terminal.type('r');
    const second = busiest(await terminal.waitFor((screen) => !['', first].includes(busiest(screen))));
    await enter(terminal, /The answer/);
    terminal.type('b');
    expect(busiest(await terminal.waitFor(/In this run/))).toBe(second);
  });

  test('is made five times by n, each choice with a bar and the guess marked', async () => {
    writeLesson({ run: QUICK });
    const terminal = openLearn(['pool']);
    await terminal.waitFor(/Enter next/);
    await enter(terminal, /Enter guess/);
    terminal.type('2');
    await enter(terminal, /n run 5 times/);
    terminal.type('n');
    // On a busy machine they may take longer than the time that there is for them: then `n` goes on.
    while (!/Ran it 5 times/.test(await terminal.waitFor(/Ran it 5 times:[^]*r run again {3}t details|more would take longer[^]*n run 5 times/, 30_000))) {
      terminal.type('n');
      await terminal.waitFor(/Enter stop/);
    }
    const shown = terminal.screen();
    expect(shown).toMatch(/9: one for each task +0\n +1 to 3: at most the workers +▮{5} 5 {2}◂ you said\n +20 or more: very many +0\n/);
    await enter(terminal, /The answer/);
    terminal.type('b');
    await terminal.waitFor(/Ran it 5 times/);
  }, 60_000);

  test('is not made again any more when the learner stops it', async () => {
    writeLesson({ run: SLOW });
    const terminal = openLearn(['pool']);
    await terminal.waitFor(/Enter next/);
    await enter(terminal, /Enter guess/);
    await enter(terminal, /n run 5 times/);
    terminal.type('n');
    let below: number[] = [];
    expect(await eventually(() => (below = descendantsRunning(terminal.pid, 'pool')).length > 0, 10_000)).toBe(true);
    await enter(terminal, /n run 5 times/);
    expect(await allGone(below)).toBe(true);
    expect(terminal.screen()).not.toContain('Ran it');
  }, 60_000);

  test('can be looked at in its timeline', async () => {
    writeLesson({ run: QUICK });
    const terminal = openLearn(['pool']);
    await terminal.waitFor(/Enter next/);
    await enter(terminal, /Enter guess/);
    await enter(terminal, /In this run/);
    terminal.type('t');
    expect(await terminal.waitFor(/Timeline/)).toMatch(/\d+ worker 1/);
    terminal.type('b');
    await terminal.waitFor(/In this run/);
  });

  test('needs no guess', async () => {
    writeLesson({ run: QUICK });
    const terminal = openLearn(['pool']);
    await terminal.waitFor(/Enter next/);
    await enter(terminal, /Enter guess/);
    terminal.type('s');
    expect(await terminal.waitFor(/In this run/)).toMatch(/In this run +[12], so 1 to 3[^]*You made no guess\.\n\n A quick worker/);
    expect(journal().map(({ kind }) => kind)).not.toContain('prediction');
  });

  test('of a program that hangs or fails is told in words, and is a fact', async () => {
    writeFileSync(join(course, 'hang.mjs'), "console.log('first'); await new Promise(() => setInterval(() => {}, 1000));\n");
    writeLesson({ run: 'node hang.mjs', predict: 'Does it hang? (`hung`)\n\n- [x] `true`: yes\n  > So it is.\n- [ ] `false`: no\n  > Yes.' });
    const terminal = openLearn(['pool', '--trust']);
    await terminal.waitFor(/Enter next/);
    await enter(terminal, /If the program has not ended after 4 seconds, it is ended\.[^]*Enter guess/);
    terminal.type(keys.enter);
    await terminal.waitFor(/node hang\.mjs · for 4 s at most/);
    const compared = await terminal.waitFor(/In this run +yes\n\n Who waited for whom\n[^]*\n\n Right\./, 15_000);
    expect(compared).toMatch(/It hung: after 4\.\d s/);
    expect(compared).toMatch(/The program printed\n {3}first/);
  });

  test('that was left is no comparison', async () => {
    writeLesson({ run: SLOW });
    const terminal = openLearn(['pool']);
    await terminal.waitFor(/Enter next/);
    await enter(terminal, /Enter guess/);
    await enter(terminal, /worker 1.*computing/);
    terminal.type('q');
    await terminal.waitFor(/You left the run before its end/);
    expect(journal().map(({ kind }) => kind)).not.toContain('prediction');
  });

  test('is left out where there is no python3, and the lesson goes on', async () => {
    const path = join(folder, 'bin');
    mkdirSync(path);
    symlinkSync(process.execPath, join(path, 'node'));
    writeFileSync(join(course, 'hello.py'), 'print(1)\n');
    writeLesson({ predict: '', run: 'python3 hello.py' });
    const terminal = openLearn(['pool', '--trust'], { env: { PATH: path } });
    await terminal.waitFor(/Enter next/);
    await enter(terminal, /Enter run it/);
    await enter(terminal, /leads to no Python 3\.8 or later on this machine/);
    await enter(terminal, /The answer/);
  });
});

describe('the claims of a lesson', () => {
  const few = '### Claim: two workers at most\n\n```yaml proof\nrun: demo pool --workers 2 --items 3 --delay 0\nalways: workerPids <= 2\n'
    + 'contrast: demo spawn --items 3 --delay 0\nbecause: a pool is a fixed set\nshows: workerPids\ntimes: 3\n```\n';
  const python = '### Claim: Python does it\n\n```yaml proof\nrun: python3 it.py\nalways: exitCode == 0\n'
    + 'contrast: python3 it.py fails\nbecause: it is so\n```\n';

  function writeClaims(...claims: string[]): void {
    writeFileSync(join(course, 'it.py'), 'import sys\nsys.exit(len(sys.argv) - 1)\n');
    writeLesson({ run: QUICK, questions: 0, more: `## More\n\nSee.\n\n${claims.join('\n')}\n` });
  }

  test('are shown by s, those that one chooses', async () => {
    writeClaims(few, few.replace('two workers at most', 'and again'));
    const terminal = openLearn(['pool']);
    await terminal.waitFor(/Enter next/);
    await enter(terminal, /Enter guess/);
    terminal.type('2');
    await enter(terminal, /n run 5 times/);
    await enter(terminal, /The answer/);
    expect(terminal.screen()).not.toContain('show me');
    await enter(terminal, /Claim: two workers at most[^]*s show me/);
    terminal.type('s');
    await terminal.waitFor(/Which one\?\n\n ▸ 1 {2}two workers at most\n {3}2 {2}and again/);
    const first = await enter(terminal, /It holds\./);
    expect(first).toMatch(/^ two workers at most[^]*◂ you said/m);
    await enter(terminal, /▸ 2 {2}and again/);
    expect(await enter(terminal, /It holds\./)).toMatch(/^ and again/m);
    await enter(terminal, /Which one\?/);
    terminal.type('b');
    await terminal.waitFor(/See\./);
  }, 90_000);

  test('are told of in lines, one each, with --plain --run', () => {
    writeClaims(few, python);
    const { stdout, status } = runTutor(['learn', 'pool', '--plain', '--run', '--trust', '--lessons', course], env());
    expect(status).toBe(0);
    expect(stdout).toMatch(/# What the runs say of its claims\n\n holds: two workers at most \(holds in 3 of 3/);
    expect(stdout).toMatch(/^ (?:holds|skipped): Python does it/m);
  });

  test('about Python are skipped with the reason where there is none', async () => {
    const path = join(folder, 'bin');
    mkdirSync(path);
    symlinkSync(process.execPath, join(path, 'node'));
    writeClaims(python);
    const terminal = openLearn(['pool', '--trust'], { env: { PATH: path } });
    await terminal.waitFor(/Enter next/);
    await enter(terminal, /Enter guess/);
    await enter(terminal, /n run 5 times/);
    await enter(terminal, /The answer/);
    await enter(terminal, /s show me/);
    terminal.type('s');
    await terminal.waitFor(/Not shown on this machine\.\n .*Python/i);
  });
});

describe('a question of an earlier lesson', () => {
  beforeEach(() => {
    writeLesson({ id: 'process', run: '', questions: 1 }, '1.md');
    writeLesson({ id: 'pool', run: '', questions: 0 }, '2.md');
  });

  test('begins a lesson, says where it comes from, counts, and is no page of the lesson', async () => {
    const first = openLearn(['process']);
    await first.waitFor(/1 of 5/);
    first.type('q');
    await first.exit();
    hasRead('process');

    const terminal = openLearn(['pool']);
    const asked = await terminal.waitFor(/Lesson 2 · course *\n[^]*Question 1\?[^]*Enter answer/);
    expect(asked.replaceAll(/\s+/g, ' ')).toContain('To begin with, a question of an earlier lesson: How many? Question 1?');
    expect(asked).not.toMatch(/\d of \d/);
    await answerNo(terminal, /Question 1/);
    expect(terminal.screen()).toMatch(/l read the lesson/);
    await enter(terminal, /1 of 4\n[^]*A pool is a fixed set/);
    terminal.type('q');
    await terminal.exit();
    expect(journal().filter(({ kind }) => kind === 'answer')).toMatchObject([{ question: 'process-1', right: 1 }]);
    expect(journal().at(-1)).toMatchObject({ kind: 'page', lesson: 'pool', page: 0, of: 4 });
  });

  test('is asked neither where there is none, nor when one goes on in the middle', async () => {
    const first = openLearn(['pool']);
    await first.waitFor(/1 of 4/);
    await enter(first, /The answer/);
    first.type('q');
    await first.exit();
    const other = openLearn(['process']);
    await other.waitFor(/1 of 5/);
    other.type('q');
    await other.exit();
    hasRead('process');

    const again = openLearn(['pool']);
    await again.waitFor(/You go on where you left[^]*The answer/);
    again.type('b');
    await again.waitFor(/1 of 4/);
    expect(again.screen()).not.toContain('b back');
  });
});

describe('a lesson that was left', () => {
  test('is gone on with where it was left, and can be begun again', async () => {
    writeLesson({ run: '' });
    const first = openLearn(['pool']);
    await first.waitFor(/Enter next/);
    await enter(first, /The answer/);
    first.type('q');
    expect((await first.exit()).code).toBe(0);
    expect(first.screen()).toMatch(/Left at page 2 of 6 of "How many\?"/);

    const again = openLearn();
    await again.waitFor(/What brings you here/);
    again.type(keys.escape);
    await again.waitFor(/You go on where you left this lesson\.[^]*The answer/);
    again.type('a');
    expect(await again.waitFor(/A pool is a fixed set of worker processes/)).not.toContain('You go on');
  });

  test('at what its run showed goes on with the prediction', async () => {
    writeLesson({ run: QUICK });
    const first = openLearn(['pool']);
    await first.waitFor(/Enter next/);
    await enter(first, /Enter guess/);
    await enter(first, /In this run/);
    first.type('q');
    await first.exit();
    const again = openLearn(['pool']);
    await again.waitFor(/You go on where you left[^]*How many PIDs/);
    expect(again.screen()).toContain('2 of 8');
  });

  test('before its run, or during it, still knows the guess', async () => {
    writeLesson({ run: SLOW });
    const first = openLearn(['pool']);
    await first.waitFor(/Enter next/);
    await enter(first, /Enter guess/);
    first.type('2');
    await enter(first, /worker 1.*computing/);
    first.type(keys.ctrlC);
    await first.exit();

    writeLesson({ run: QUICK });
    const again = openLearn(['pool']);
    await again.waitFor(/▸ 2 {2}1 to 3[^]*Enter guess/);
    expect(again.screen()).toMatch(/You said: 1 to 3: at most the workers/);
    expect(await enter(again, /In this run/)).toMatch(/You said +1 to 3: at most the workers[^]*Right\./);
    again.type(keys.enter);
    await again.waitFor(/The answer/);
    again.type('q');
    await again.exit();
    const later = openLearn(['pool']);
    await later.waitFor(/You go on[^]*The answer/);
    later.type('b');
    await later.waitFor(/▸ 2 {2}1 to 3[^]*Enter guess/);
  });

  test('goes back page by page, and what came after is said once', async () => {
    writeLesson({ id: 'process', run: '' }, '1.md');
    writeLesson({ id: 'pool', run: '', after: ['process'] }, '2.md');
    const terminal = openLearn(['2']);
    await terminal.waitFor(/This comes after process, which you have not read yet\./);
    await enter(terminal, /The answer/);
    terminal.type('b');
    await terminal.waitFor(/A pool is a fixed set of worker processes/);
  });

  test('leads to the next lesson', async () => {
    writeLesson({ id: 'process', run: '', questions: 0 }, '1.md');
    writeLesson({ id: 'pool', run: '', questions: 0, title: 'The next question?' }, '2.md');
    const terminal = openLearn(['process']);
    await terminal.waitFor(/Enter next/);
    await enter(terminal, /The answer/);
    await enter(terminal, /Your turn/);
    await enter(terminal, /Enter goes on to: The next question\?/);
    await enter(terminal, /Lesson 2[^]*The next question\?/);
  });
});

describe('Ctrl-C', () => {
  test('on a page gives the terminal back', async () => {
    writeLesson({ run: '' });
    const terminal = openLearn(['pool']);
    await terminal.waitFor(/Enter next/);
    expect(terminal.cursorVisible).toBe(false);
    terminal.type(keys.ctrlC);
    expect((await terminal.exit()).code).toBe(130);
    expect(terminal.cursorVisible).toBe(true);
    expect(terminal.screen()).not.toContain('Enter next');
  });

  test('during the run ends all its processes', async () => {
    writeLesson({ run: SLOW });
    const terminal = openLearn(['pool']);
    await terminal.waitFor(/Enter next/);
    await enter(terminal, /Enter guess/);
    await enter(terminal, /worker 1.*computing/);
    const processes = descendants(terminal.pid);
    expect(processes.length).toBeGreaterThanOrEqual(3);
    terminal.type(keys.ctrlC);
    expect((await terminal.exit(5000)).code).toBe(130);
    expect(await allGone(processes)).toBe(true);
    expect(terminal.cursorVisible).toBe(true);
  });

  test('SIGTERM on a page gives the terminal back too', async () => {
    writeLesson({ run: '' });
    const terminal = openLearn(['pool']);
    await terminal.waitFor(/Enter next/);
    process.kill(terminal.pid, 'SIGTERM');
    expect((await terminal.exit()).code).toBe(143);
    expect(terminal.cursorVisible).toBe(true);
  });
});

describe("the program of somebody's course", () => {
  async function comeToTheQuestion(terminal: Terminal): Promise<string> {
    await terminal.waitFor(/Enter next/);
    await enter(terminal, /Enter run it/);
    return enter(terminal, /Run it\?/);
  }

  test('is shown, and does not run unless agreed to; the lesson goes on', async () => {
    const program = writeProgramLesson(`import { writeFileSync } from 'node:fs';\nwriteFileSync('${join(folder, 'ran')}', '');\n`);
    const terminal = openLearn(['pool']);
    const asked = await comeToTheQuestion(terminal);
    expect(asked).toContain('node hello.mjs');
    expect(asked.replaceAll('\n', '')).toContain(program);
    expect(asked).toMatch(/1 {2}import \{ writeFileSync \}/);
    expect(asked).toMatch(/Only this file is shown/);
    await enter(terminal, /It was not run: node hello\.mjs[^]*Enter next {3}r run it/);
    expect(() => readFileSync(join(folder, 'ran'))).toThrow(/ENOENT/);
    terminal.type('r');
    await terminal.waitFor(/Run it\?/);
    await enter(terminal, /It was not run/);
    await enter(terminal, /The answer/);
    expect(() => readFileSync(join(folder, 'ran'))).toThrow(/ENOENT/);
    expect(journal().map(({ kind }) => kind)).not.toContain('trust');
  });

  test('runs when agreed to, is not asked for again, and is asked for again when it has changed', async () => {
    const program = writeProgramLesson(HELLO);
    const first = openLearn(['pool']);
    await comeToTheQuestion(first);
    first.type('y');
    await first.waitFor(/Run it\?.*y/);
    await enter(first, /The program printed\n {3}hello from a program/);
    first.type('q');
    await first.exit();

    const again = openLearn(['pool']);
    await again.waitFor(/Enter run it/);
    await enter(again, /The program printed\n {3}hello from a program/);
    again.type('q');
    await again.exit();

    writeFileSync(program, `${HELLO}// changed\n`);
    const changed = openLearn(['pool']);
    await changed.waitFor(/Enter run it/);
    expect(await enter(changed, /Run it\?/)).toContain('// changed');
  });

  test('is asked for again when a program beside it has changed', async () => {
    const program = writeProgramLesson(`import './beside.mjs';\n${HELLO}`);
    writeFileSync(join(dirname(program), 'beside.mjs'), '');
    const first = openLearn(['pool']);
    await comeToTheQuestion(first);
    first.type('y');
    await first.waitFor(/Run it\?.*y/);
    await enter(first, /The program printed\n {3}hello from a program/);
    first.type('q');
    await first.exit();

    writeFileSync(join(dirname(program), 'beside.mjs'), '// changed\n');
    const again = openLearn(['pool']);
    await again.waitFor(/Enter run it/);
    expect(await enter(again, /Run it\?/)).toContain('node hello.mjs');
  });

  test('is not run when it hides something from its reader', async () => {
    writeProgramLesson(`// only says hello\u2028(await import('node:fs')).writeFileSync('${join(folder, 'ran')}', '');\n`);
    const terminal = openLearn(['pool']);
    await terminal.waitFor(/Enter next/);
    await enter(terminal, /Enter run it/);
    await enter(terminal, /a\s+character\s+that\s+would\s+not\s+be\s+seen/);
    expect(() => readFileSync(join(folder, 'ran'))).toThrow(/ENOENT/);
  });

  test('that is long is read page by page before the question, to its last line', async () => {
    writeProgramLesson(`${'// a line\n'.repeat(60)}console.log('the end');\n`);
    const terminal = openLearn(['pool']);
    await terminal.waitFor(/Enter next/);
    await enter(terminal, /Enter run it/);
    await enter(terminal, /To be agreed to: node hello\.mjs/);
    while (!terminal.screen().includes("console.log('the end')")) {
      const before = terminal.screen();
      terminal.type(keys.enter);
      await terminal.waitFor((screen) => screen !== before);
    }
    await enter(terminal, /Run it\?/);
  });

  test('runs at once with --trust', async () => {
    writeProgramLesson(HELLO);
    const terminal = openLearn(['pool', '--trust']);
    await terminal.waitFor(/Enter next/);
    await enter(terminal, /Enter run it/);
    await enter(terminal, /hello from a program/);
  });

  test('is not run after Ctrl-C at the question', async () => {
    writeProgramLesson(HELLO);
    const terminal = openLearn(['pool']);
    await comeToTheQuestion(terminal);
    terminal.type(keys.ctrlC);
    expect((await terminal.exit()).code).toBe(130);
    expect(terminal.cursorVisible).toBe(true);
  });
});

describe('code in two languages', () => {
  const both = 'Look:\n\n```python\nprint(1)\n```\n\n```js\nconsole.log(1);\n```';

  test('is shown in the one of --lang; c shows the other, and is remembered', async () => {
    writeLesson({ run: '', opening: both });
    const terminal = openLearn(['pool', '--lang', 'python']);
    const python = await terminal.waitFor(/print\(1\)/);
    expect(python).not.toContain('console.log');
    expect(python).toContain('c shows JavaScript');
    terminal.type('c');
    expect(await terminal.waitFor(/console\.log\(1\)/)).not.toContain('print(1)');
    terminal.type('q');
    await terminal.exit();
    expect(await openLearn(['pool']).waitFor(/console\.log\(1\)/)).not.toContain('print(1)');
  });

  test('is changed where one is reading', async () => {
    writeLesson({ run: '', opening: `${both}\n\n${'A line.\n\n'.repeat(30)}The end.` });
    const terminal = openLearn(['pool', '--lang', 'python']);
    await terminal.waitFor(/print\(1\)/);
    terminal.type('\u001b[F');
    await terminal.waitFor(/The end\./);
    terminal.type('c');
    expect(await terminal.waitFor(/c both languages/)).toMatch(/The end\./);
  });

  test('--plain has both, each named, or the one of --lang', () => {
    writeLesson({ run: '', opening: both });
    expect(run(['learn', 'pool', '--lessons', course, '--plain']).stdout).toMatch(/In Python:\n\n +print\(1\)\n\n In JavaScript:\n\n +console\.log\(1\);/);
    const { stdout } = run(['learn', 'pool', '--lessons', course, '--plain', '--lang', 'js']);
    expect(stdout).toContain('console.log(1);');
    expect(stdout).not.toContain('print(1)');
  });
});

test('NO_COLOR and a locale without UTF-8 lose nothing that is said', async () => {
  writeLesson({ run: QUICK });
  const terminal = openLearn(['pool'], { env: { NO_COLOR: '1', LANG: 'C' } });
  await terminal.waitFor(/Lesson|How many\?/);
  const asked = await enter(terminal, /> 1 {2}`9`: one for each task\n {3}2 {2}`1 to 3`: at most the workers/);
  expect(asked).toMatch(/^[\u0000-\u007f]*$/);
});

describe('without a terminal', () => {
  test('learn says which ways need no keyboard', () => {
    const { status, stdout, stderr } = run(['learn']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^error: learn needs a keyboard.*--plain.*--list.*\n$/);
  });

  test('--list lists the lessons, also for a reader who leaves', () => {
    writeLesson({ run: '' });
    expect(run(['learn', '--list', '--lessons', course]).stdout).toMatch(/^ course\n\n 1 {2}pool {2}\d min\n {4}How many\?\n/);
    expect(pipeTutor(`learn --list --lessons ${course}`, 'head -1')).toMatchObject({ stdout: ' course\nstatus 0\n', stderr: '' });
  });

  test('--json lists them as data', () => {
    writeLesson({ run: '' });
    const { stdout } = run(['learn', '--json', '--lessons', course]);
    expect(JSON.parse(stdout)).toMatchObject({ lessons: [{ number: 1, id: 'pool', title: 'How many?', minutes: expect.any(Number) as number, read: false, at: null, exercise: null }], problems: [] });
  });

  test('--plain prints the whole lesson, what is right only at its end', () => {
    writeLesson({ run: QUICK });
    const { status, stdout, stderr } = run(['learn', 'pool', '--lessons', course, '--plain']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(stripVTControlCharacters(stdout));
    expect(stdout).toMatch(/2 {2}`1 to 3`: at most[^]*mp-tutor demo pool --workers 2[^]*# Answer[^]*Question 2\?[^]*1 {2}Yes\n 2 {2}No[^]*# Answers[^]*1 {2}Another choice: `9`[^]*2 {2}The usual answer: `1 to 3`[^]*Answer to pool-1[^]*1 {2}Not right: Yes/);
    expect(stdout).toMatch(/# Run\n\n This text does not run anything; run it with:\n {3}\S*(?: \S+)* ?mp-tutor demo pool --workers 2/);
    expect(stdout).not.toMatch(/[│─]/);
    const [before = ''] = stdout.split('# Answers');
    expect(before).not.toMatch(/A quick worker takes several|Workers are reused|Right:/);
  });

  test('--plain --run carries the run out, and says what it showed', () => {
    writeLesson({ run: QUICK });
    const { status, stdout } = run(['learn', 'pool', '--lessons', course, '--plain', '--run']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/# Run\n[^]*gives 3 items to pool 1[^]*In this run +[12][^]*What you saw[^]*# Answer/);
    expect(stdout).not.toContain('This text does not run anything');
  });

  test("without a terminal, somebody's program is run only with --trust", () => {
    writeProgramLesson(HELLO);
    const plain = ['learn', 'pool', '--lessons', course, '--plain', '--run'];
    const refused = run(plain);
    expect(refused.stdout).not.toContain('hello from a program');
    expect(refused.stdout).toMatch(/It was not run: node hello\.mjs[^]*# Answer/);
    expect(refused.stderr).toMatch(/--trust runs it/);
    expect(run([...plain, '--trust']).stdout).toMatch(/hello from a program[^]*# Answer/);
  });

  test('--watch says that it needs a terminal', () => {
    const { status, stderr } = run(['learn', writeLesson({}), '--watch']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: --watch needs a terminal/);
  });
});

describe('what cannot be', () => {
  test('an unknown lesson: the nearest, exit code 2', () => {
    writeLesson({});
    const { status, stderr } = run(['learn', 'pol', '--plain', '--lessons', course]);
    expect(status).toBe(2);
    expect(stderr).toBe('error: there is no lesson "pol". Did you mean pool?\n');
    writeLesson({ id: 'processes-and-threads' });
    expect(run(['learn', 'threads', '--plain', '--lessons', course]).stderr).toContain('Did you mean processes-and-threads?');
  });

  test('a broken lesson: its place and how to mend it; the others are shown', () => {
    writeLesson({ run: '' });
    writeFileSync(join(course, '02-queue.md'), '---\nid: queue\n---\n\n# A queue?\n');
    const broken = run(['learn', 'queue', '--plain', '--lessons', course]);
    expect(broken.status).toBe(1);
    expect(broken.stderr).toMatch(/02-queue\.md:\d+:\d+: .*answer.*; /);
    const other = run(['learn', 'pool', '--plain', '--lessons', course]);
    expect(other.status).toBe(0);
    expect(other.stdout).toContain('How many?');
    expect(other.stderr).toBe(`warning: 1 lesson of this course is broken and left out (\`mp-tutor check ${course}\` says why)\n`);
    expect(run(['learn', '--list', '--lessons', course]).stdout).toMatch(/1 {2}pool[^]*Cannot be shown:[^]*02-queue\.md:\d+:\d+/);
  });

  test.each([
    { args: ['learn', '--lessons', '/nowhere', '--list'], says: /There is no folder \/nowhere/, status: 1 },
    { args: ['learn', '--lessons', '/nowhere'], says: /There is no folder \/nowhere/, status: 1 },
    { args: ['learn', '/nowhere/a.md', '--plain'], says: /there is no such file/, status: 1 },
    { args: ['learn', 'pool', '--watch'], says: /--watch follows a file/, status: 2 },
    { args: ['learn', 'pool', '--list'], says: /--list shows all lessons/, status: 2 },
    { args: ['learn', '--lang', 'perl'], says: /Allowed choices are python, js, both/, status: 2 },
  ])('$args: $status', ({ args, says, status }) => {
    const ran = run(args);
    expect(ran.stderr).toMatch(says);
    expect(ran.stderr).not.toMatch(/ {4}at /);
    expect(ran.status).toBe(status);
  });

  test('a home that cannot be written: one warning at the end, and the lesson is read', async () => {
    writeLesson({ run: '', questions: 0 });
    const terminal = openLearn(['pool'], { env: { XDG_STATE_HOME: join(course, 'pool.md') } });
    await terminal.waitFor(/Enter next/);
    await enter(terminal, /The answer/);
    terminal.type('q');
    expect((await terminal.exit()).code).toBe(0);
    expect(terminal.screen().match(/warning: Progress is not kept/g)).toHaveLength(1);
  });
});

describe("somebody's own lesson", () => {
  test('is read from its file', async () => {
    const file = writeLesson({ run: '' });
    const terminal = openTutor(['learn', file], { env: env() });
    await terminal.waitFor(/How many\?/);
    await enter(terminal, /The answer/);
    terminal.type('q');
    await terminal.exit();
    expect(terminal.screen().replaceAll(/\s+/g, ' ')).toContain(`\`mp-tutor learn ${file}\` goes on there.`);
  });

  test('--watch follows the file however it is written, keeps the place, and names problems', async () => {
    const file = writeLesson({ run: '', opening: `${'A line.\n\n'.repeat(30)}The end of it.` });
    const terminal = openTutor(['learn', file, '--watch'], { env: env() });
    await terminal.waitFor(/no problems/);
    terminal.type(keys.enter);
    await terminal.waitFor((screen) => !screen.includes('How many?'));
    const before = /lines? (\S+)/.exec(terminal.screen())?.[1];
    writeFileSync(file, lessonText({ run: '', opening: `${'A word.\n\n'.repeat(30)}The end of it.` }));
    await terminal.waitFor(/A word\./);
    expect(/lines? (\S+)/.exec(terminal.screen())?.[1]).toBe(before);

    rmSync(file);
    await terminal.waitFor(/1 problem/);
    writeFileSync(file, '# No front matter\n');
    await terminal.waitFor(/\d problems, at the top[^]*pool\.md:1:1: .*/);
    await terminal.waitFor(/This is how it was before/);

    writeFileSync(`${file}.new`, lessonText({ run: '', title: 'Another question?' }));
    renameSync(`${file}.new`, file);
    await terminal.waitFor(/no problems[^]*Another question\?/);
    terminal.type('q');
    expect((await terminal.exit()).code).toBe(0);
  });
});
