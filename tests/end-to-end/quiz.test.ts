import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { lessonText } from '../cli/lessons.js';
import { allGone, eventually } from '../support/processes.js';
import { bin, descendantsRunning, openTutor, type Ran, runTutor } from './mp-tutor.js';
import { courseWithWrongKey, sampleCourse, temporaryFolder, writeFiles } from './sample-course.js';
import { keys, type Terminal } from './terminal.js';

/** What the questions of the sample course ask, and how the right answers begin. */
const QUESTIONS: readonly { readonly asks: RegExp; readonly right: readonly string[]; readonly wrong: string }[] = [
  { asks: /What do threads share\?/, right: ['Yes, the heap'], wrong: 'Nothing' },
  { asks: /What has a memory of its own\?/, right: ['Yes: a process', 'Yes: a forked child'], wrong: 'A thread' },
  { asks: /A thread may read what/, right: ['True'], wrong: 'False' },
  { asks: /Which has a PID of its own\?/, right: ['Process'], wrong: 'Thread' },
  { asks: /What does it print\?/, right: ['`?\\[ 1, 4'], wrong: '`?\\[ 4, 1' },
];
const EXPLAIN = /When is a pool slower/;

interface Place {
  readonly course: string;
  readonly env: Readonly<Record<string, string>>;
}

function place(): Place {
  return { course: sampleCourse(), env: { XDG_STATE_HOME: temporaryFolder() } };
}

function openQuiz({ course, env }: Place, args: readonly string[] = [], columns = 80): Terminal {
  return openTutor(['quiz', '--lessons', course, ...args], { columns, env });
}

/** The numbers of the choices that begin so. */
function numbersOf(screen: string, beginnings: readonly string[]): (string | undefined)[] {
  const numbers = beginnings.map((text) => new RegExp(`(\\d)  (?:\\[ \\] )?${text}`).exec(screen)?.[1]);
  expect(numbers).not.toContain(undefined);
  return numbers;
}

function isAsking(number: number): (screen: string) => boolean {
  return (screen) => new RegExp(`${number} of \\d+$`, 'm').test(screen) && /Enter (answer|write)/.test(screen);
}

/** Answers the question on the screen. */
async function answer(terminal: Terminal, number: number, how: 'right' | 'wrong'): Promise<string> {
  const screen = await terminal.waitFor(isAsking(number));
  const known = QUESTIONS.find(({ asks }) => asks.test(screen));
  if (known) {
    terminal.type(`${numbersOf(screen, how === 'right' ? known.right : [known.wrong]).join('')}${keys.enter}`);
    return terminal.waitFor(how === 'right' ? /^ Right\./m : /^ Not right/m);
  }
  expect(screen).toMatch(EXPLAIN);
  terminal.type(keys.enter);
  await terminal.waitFor(/in your own words/);
  terminal.type(`Handing over${keys.enter}`);
  await terminal.waitFor(/> Handing over\n\s*>/);
  terminal.type(keys.enter);
  const graded = await terminal.waitFor(/Grade it yourself/);
  expect(graded).toMatch(/You wrote\n\s+Handing over\n\n A model answer\n\s+When handing over takes longer/);
  terminal.type(how === 'right' ? `1${keys.enter}` : `3${keys.enter}`);
  return graded;
}

function pipeQuiz(input: string, args: readonly string[], { course, env }: Place): Ran {
  return spawnSync(process.execPath, [bin, 'quiz', '--lessons', course, ...args], {
    input,
    encoding: 'utf8',
    timeout: 15_000,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'], LANG: 'C.UTF-8', ...env },
  });
}

/** What has been written since a question was asked. */
function told(terminal: Terminal, number: number): string {
  const all = terminal.transcript();
  return all.slice(all.lastIndexOf(`Question ${number} of`));
}

/** Goes on to the question that asks for an explanation, and begins to write. */
async function comeToWriting(terminal: Terminal): Promise<void> {
  if (!EXPLAIN.test(await terminal.waitFor(isAsking(1)))) {
    await answer(terminal, 1, 'right');
    terminal.type(keys.enter);
    await terminal.waitFor(isAsking(2));
  }
  terminal.type(keys.enter);
  await terminal.waitFor(/in your own words[^]*>/);
}

interface Progress {
  readonly questions: { readonly answered: number; readonly right: number };
  readonly comesBack: readonly { readonly id: string }[];
  readonly withdrawn: readonly string[];
}

function progressOf({ course, env }: Place): Progress {
  return JSON.parse(runTutor(['progress', '--json', '--lessons', course], env).stdout) as Progress;
}

describe('a quiz on pages', () => {
  test.each([80, 50])('asks each kind of question, in %i columns', async (columns) => {
    const terminal = openQuiz(place(), ['--seed', '5'], columns);
    for (let number = 1; number <= 6; number++) {
      const told = await answer(terminal, number, 'right');
      terminal.type(/Right\./.test(told) ? keys.enter : '');
    }
    expect((await terminal.exit()).code).toBe(0);
    expect(terminal.transcript()).toContain('6 of 6 right.');
    expect(terminal.transcript()).toContain('--seed 5');
  });

  test('says why a wrong choice tempts, what is believed, and why the right one is right', async () => {
    const terminal = openQuiz(place(), ['--seed', '5', '--count', '1']);
    const told = await answer(terminal, 1, 'wrong');
    expect(told).toMatch(/You chose.*\n.*[.]\n\s+Often believed, but wrong: "[A-Z]/);
    expect(told).toMatch(/(The right answer|You left out): .*\n\s+\S/);
    expect(told).not.toContain('Believed');
  });

  test('s shows it, l opens the lesson, g makes it a guess that comes back, b looks back', async () => {
    const where = place();
    const terminal = openQuiz(where, ['threads']);
    await answer(terminal, 1, 'right');
    terminal.type('g');
    await terminal.waitFor(/You guessed: it comes back/);
    terminal.type('l');
    await terminal.waitFor(/Threads live in one process\./);
    terminal.type(keys.enter);
    await terminal.waitFor(/You guessed/);
    terminal.type('s');
    const shown = await terminal.waitFor(/It holds\./, 30_000);
    expect(shown).toMatch(/Seen +workerPids, in 5 runs:\n +2 +▮{5} 5/);
    expect(shown).toMatch(/Must fail mp-tutor demo spawn --items 1 --delay 0\n +it fails, as it must: workerPids = 1/);
    terminal.type('b');
    await terminal.waitFor(/You guessed/);
    terminal.type(keys.enter);
    await terminal.waitFor(isAsking(2));
    terminal.type('b');
    await terminal.waitFor((screen) => /1 of 4/.test(screen) && /You guessed/.test(screen));
    terminal.type(keys.enter);
    await terminal.waitFor(isAsking(2));
    terminal.type('q');
    expect((await terminal.exit()).code).toBe(0);
    expect(progressOf(where)).toMatchObject({ questions: { answered: 1, right: 0 } });
    expect(progressOf(where).comesBack).toHaveLength(1);
  }, 60_000);

  test('q in the middle leaves with the score so far', async () => {
    const terminal = openQuiz(place());
    await answer(terminal, 1, 'right');
    terminal.type(keys.enter);
    await terminal.waitFor(isAsking(2));
    terminal.type('q');
    expect((await terminal.exit()).code).toBe(0);
    expect(terminal.transcript()).toContain('1 of 1 right. You left before the end: there were 6 questions.');
  });

  test('Ctrl-C leaves with 130 and gives the cursor back', async () => {
    const terminal = openQuiz(place());
    await terminal.waitFor(isAsking(1));
    terminal.type(keys.ctrlC);
    expect((await terminal.exit()).code).toBe(130);
    expect(terminal.cursorVisible).toBe(true);
  });

  test('Ctrl-D ends an answer that has a line, and leaves one that has none, as Escape leaves any', async () => {
    const terminal = openQuiz(place(), ['--seed', '1', 'pool']);
    await comeToWriting(terminal);
    terminal.type(keys.ctrlD);
    await terminal.waitFor(/Enter write an answer/);
    terminal.type(keys.enter);
    await terminal.waitFor(/in your own words[^]*>/);
    terminal.type(`a thought${keys.enter}`);
    await terminal.waitFor(/> a thought\n\s*>/);
    terminal.type(keys.escape);
    await terminal.waitFor(/Enter write an answer/);
    terminal.type(keys.enter);
    await terminal.waitFor(/in your own words[^]*>/);
    terminal.type(`Handing over${keys.enter}`);
    await terminal.waitFor(/> Handing over\n\s*>/);
    terminal.type(keys.ctrlD);
    expect(await terminal.waitFor(/Grade it yourself/)).toMatch(/You wrote\n\s+Handing over\n/);
    terminal.type(keys.ctrlC);
    expect((await terminal.exit()).code).toBe(130);
  });

  test('an answer that is pasted in several lines is kept whole, and missed if nobody grades it', async () => {
    const where = place();
    const terminal = openQuiz(where, ['pool']);
    await comeToWriting(terminal);
    terminal.type(`one${keys.enter}two${keys.enter}three${keys.enter}${keys.enter}`);
    await terminal.waitFor(/You wrote\n\s+one\n\s+two\n\s+three\n/);
    terminal.type('q');
    expect((await terminal.exit()).code).toBe(0);
    expect(progressOf(where).comesBack).toEqual([expect.objectContaining({ id: 'slower' })]);
  });

  test('Ctrl-C while an answer is written leaves with 130', async () => {
    const terminal = openQuiz(place(), ['pool']);
    await comeToWriting(terminal);
    terminal.type(`half an answer${keys.ctrlC}`);
    expect((await terminal.exit()).code).toBe(130);
    expect(terminal.cursorVisible).toBe(true);
  });

  test('Ctrl-C in the middle of a proof leaves with 130 and no process behind', async () => {
    const { terminal, below } = await comeToSlowProof();
    terminal.type(keys.ctrlC);
    expect((await terminal.exit()).code).toBe(130);
    expect(terminal.cursorVisible).toBe(true);
    expect(await allGone(below)).toBe(true);
  }, 60_000);

  test('q in the middle of a proof ends its processes and leads back to the question, whose answer counts', async () => {
    const { terminal, below, where } = await comeToSlowProof();
    const passed = Number(/(\d+) of at most 10 s/.exec(terminal.screen())?.[1]);
    terminal.type('q');
    // At its end the proof would end them by itself.
    await terminal.waitFor(/Enter next {3}s show me/, (9 - passed) * 1000);
    expect(await allGone(below)).toBe(true);
    terminal.type('q');
    expect((await terminal.exit()).code).toBe(0);
    expect(terminal.transcript()).toContain('1 of 1 right.');
    expect(progressOf(where).questions.answered).toBe(1);
  }, 60_000);

  test('what was missed comes first in the next quiz', async () => {
    const where = place();
    const first = openQuiz(where, ['--count', '3']);
    await answer(first, 1, 'right');
    first.type(keys.enter);
    await answer(first, 2, 'wrong');
    const missed = QUESTIONS.find(({ asks }) => asks.test(first.screen()));
    first.type('q');
    await first.exit();
    const second = openQuiz(where);
    expect(await second.waitFor(isAsking(1))).toMatch(missed?.asks ?? /nothing/);
  });

  test('keeps the answers given when it is killed', async () => {
    const where = place();
    const terminal = openQuiz(where);
    await answer(terminal, 1, 'right');
    terminal.type(keys.enter);
    await answer(terminal, 2, 'wrong');
    process.kill(terminal.pid, 'SIGKILL');
    await terminal.exit();
    expect(progressOf(where)).toMatchObject({ questions: { answered: 2, right: 1 } });
  });
});

/** A proof that takes all of its time, and the processes that it has started. */
async function comeToSlowProof(): Promise<{ readonly terminal: Terminal; readonly below: number[]; readonly where: Place }> {
  const where = place();
  writeFiles(where.course, {
    'hang.mjs': "process.argv[2] ?? setInterval(() => {}, 1000);\n",
    '3-hang.md': lessonText({ id: 'hang', predict: '', run: '', questions: 0 })
      + '\n## Quiz\n\n### hangs\n\nDoes it end?\n\n- [x] True\n  > Yes.\n- [ ] False\n  > No.\n\n'
      + '```yaml proof\nclaim: it hangs\nrun: node hang.mjs\nhung: true\nlimit: 60\ncontrast: node hang.mjs end\n```\n',
  });
  const terminal = openQuiz(where, ['hang', '--trust']);
  await terminal.waitFor(isAsking(1));
  terminal.type(`1${keys.enter}`);
  await terminal.waitFor(/s show me/);
  terminal.type('s');
  await terminal.waitFor(/Show me · running/);
  let below: number[] = [];
  expect(await eventually(() => (below = descendantsRunning(terminal.pid, 'hang.mjs')).length > 0, 10_000)).toBe(true);
  return { terminal, below, where };
}

describe('a key that a run refutes', () => {
  test('is withdrawn: the page says so, the answer does not count, and it is not asked again', async () => {
    const where = { course: courseWithWrongKey(), env: { XDG_STATE_HOME: temporaryFolder() } };
    const terminal = openQuiz(where, ['wrong']);
    const screen = await terminal.waitFor(isAsking(1));
    terminal.type(`${numbersOf(screen, ['Yes']).join('')}${keys.enter}`);
    await terminal.waitFor(/^ Right\./m);
    expect(progressOf(where).questions.answered).toBe(1);
    terminal.type('s');
    const shown = (await terminal.waitFor(/A run on this machine refutes it\./, 30_000)).replaceAll(/\s+/g, ' ');
    expect(shown).toMatch(/as the answer says 0 ◂ you said otherwise ▮ 1/);
    expect(shown).toMatch(/workerPids = [12]\b/);
    expect(shown).toContain('not counted, right or wrong.');
    // The path of a temporary folder may be long.
    terminal.type('\x1b[F');
    expect((await terminal.waitFor(/Enter back/)).replaceAll('\n', '')).toMatch(/3-wrong\.\s*md:\d+/);
    terminal.type(keys.enter);
    await terminal.waitFor(/refutes the key of this question/);
    terminal.type(keys.enter);
    expect((await terminal.exit()).code).toBe(0);
    expect(terminal.transcript()).toContain('No answer counts.');
    expect(progressOf(where)).toMatchObject({ questions: { answered: 0, right: 0 }, withdrawn: ['restarted'], comesBack: [] });

    const again = pipeQuiz('1\n', ['--plain', 'wrong'], where);
    expect(again.status).toBe(1);
    expect(again.stderr).toContain('refute the keys of all these questions');
  }, 60_000);

  test('is told also to whoever is about to grade an explanation', async () => {
    const where = { course: courseWithWrongKey(), env: { XDG_STATE_HOME: temporaryFolder() } };
    const terminal = openQuiz(where, ['model']);
    await terminal.waitFor(isAsking(1));
    terminal.type(keys.enter);
    await terminal.waitFor(/in your own words[^]*>/);
    terminal.type(`Each has one${keys.enter}`);
    await terminal.waitFor(/> Each has one\n\s*>/);
    terminal.type(keys.enter);
    expect(await terminal.waitFor(/Grade it yourself/)).not.toContain('refutes the key');
    terminal.type('s');
    await terminal.waitFor(/this key is withdrawn/, 30_000);
    terminal.type('\x1b[F');
    await terminal.waitFor(/Enter back/);
    terminal.type(keys.enter);
    await terminal.waitFor(/A run on this machine refutes the key of this question[^]*You wrote/);
    terminal.type(`1${keys.enter}`);
    expect((await terminal.exit()).code).toBe(0);
    expect(progressOf(where).questions.answered).toBe(0);
  }, 60_000);

  test('takes no guess either, which would be noted of an earlier answer', () => {
    const course = courseWithWrongKey();
    const answer = (lines: string, seed: number): string =>
      pipeQuiz(lines, ['--plain', '--seed', `${seed}`, 'wrong'], { course, env: { XDG_STATE_HOME: temporaryFolder() } }).stdout;
    // Only a right choice can be a guess, and the choices stand in any order.
    const seed = Array.from({ length: 20 }, (_, index) => index).find((each) => /^ ?Right\./m.test(answer('1\n', each))) ?? 0;
    const stdout = answer('1\ns\ng\n', seed);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('so the answer does not count, as a guess or otherwise.');
    expect(stdout).not.toContain('Noted as a guess');
  });

  test('with a seed is asked of everybody, and counts for nobody whose run refuted it', () => {
    const where = { course: courseWithWrongKey(), env: { XDG_STATE_HOME: temporaryFolder() } };
    const quiz = () => pipeQuiz('1\ns\n', ['--plain', '--seed', '1', 'wrong'], where);
    expect(quiz().stdout).toContain('A run on this machine refutes it.');
    expect(quiz().stdout).toMatch(/A run on this machine refutes the key of this question[^]*One answer is not counted/);
    expect(progressOf(where).questions.answered).toBe(0);
  });
});

describe("a proof with the program of somebody's course", () => {
  async function comeToProof(where: Place, args: readonly string[]): Promise<Terminal> {
    const terminal = openQuiz(where, ['pool', '--seed', '1', ...args]);
    const screen = await terminal.waitFor(isAsking(1));
    if (EXPLAIN.test(screen)) {
      await answer(terminal, 1, 'right');
      await answer(terminal, 2, 'right');
    } else {
      await answer(terminal, 1, 'right');
    }
    terminal.type('s');
    return terminal;
  }

  test('is not run without consent, and says so', async () => {
    const terminal = await comeToProof(place(), []);
    expect(await terminal.waitFor(/Run it\?/)).toContain('console.log(rows.map');
    terminal.type(keys.enter);
    await terminal.waitFor(/Not shown on this machine\.\n You did not agree to run node rows\.mjs/);
  });

  test('asks for each of its programs, and runs with --trust at once', async () => {
    const where = place();
    const terminal = await comeToProof(where, []);
    await terminal.waitFor(/node rows\.mjs\n[^]*Run it\?/);
    terminal.type(`y${keys.enter}`);
    await terminal.waitFor(/node rows\.mjs backwards\n[^]*Run it\?/);
    terminal.type(`y${keys.enter}`);
    await terminal.waitFor(/It holds\./, 30_000);
    await (await comeToProof(place(), ['--trust'])).waitFor(/It holds\./, 30_000);
  }, 60_000);
});

describe('a quiz in plain lines', () => {
  test('takes answers from a pipe, and asks the same with the same seed whatever was answered', () => {
    const where = place();
    const quiz = () => pipeQuiz('1\n1\n', ['--plain', '--count', '2', '--seed', '7', 'threads'], where);
    const first = quiz();
    expect(first.stderr).toBe('');
    expect(first.status).toBe(0);
    expect(first.stdout).toMatch(/Question 1 of 2[^]*Question 2 of 2[^]*of 2 right\./);
    expect(first.stdout).not.toContain('\u001b');
    pipeQuiz('1\n2\n1\n2\n', ['--plain'], where);
    const asked = (text: string) => text.slice(0, text.indexOf('That was the last question'));
    expect(asked(quiz().stdout)).toBe(asked(first.stdout));
  });

  test('says what is wrong with a line, and takes g and l after an answer', () => {
    const { stdout, status } = pipeQuiz('x\n9\ns\n?\n1\ng\nl\ns\n2g\nq\n', ['--plain', '--seed', '1', 'threads'], place());
    expect(status).toBe(0);
    expect(stdout).toContain('"x" is no answer.');
    expect(stdout).toContain('There is no choice "9".');
    expect(stdout).toContain('That key is for after an answer.');
    expect(stdout).toMatch(/Enter for the next question, or (g guessed, )?(s show me, )?l lesson, \? help, q leave\./);
    expect(stdout).toMatch(/Noted as a guess|Only a right choice can be a guess/);
    expect(stdout).toMatch(/The lesson explains it:\n {2}mp-tutor learn threads --lessons \S+\n/);
    expect(stdout).toMatch(/^Run mp-tutor demo spawn --items 2 --delay 0: it is so: workerPids = 2$/m);
    expect(stdout).toMatch(/^Contrast mp-tutor demo spawn --items 1 --delay 0: it is not so: workerPids = 1$/m);
    expect(stdout).toMatch(/^2: 5 of 5 runs\.$[^]*^It holds\.$/m);
    expect(stdout).toContain('2 questions that you missed or guessed come first');
  });

  test('asks each kind of question at a terminal too, several choices as numbers with spaces', async () => {
    const terminal = openQuiz(place(), ['--plain', '--seed', '5']);
    for (let number = 1; number <= 6; number++) {
      await terminal.waitFor(new RegExp(`Question ${number} of 6[^]*Type `));
      const all = terminal.transcript();
      const asked = all.slice(all.lastIndexOf('Question '));
      const known = QUESTIONS.find(({ asks }) => asks.test(asked));
      terminal.type(known ? numbersOf(asked, known.right).join(' ') : `Handing over${keys.enter}1`);
      terminal.type(keys.enter);
      await terminal.waitFor(() => /(Enter for the next|That was the last) question/.test(told(terminal, number)));
      terminal.type(number < 6 ? keys.enter : keys.ctrlD);
    }
    expect((await terminal.exit()).code).toBe(0);
    expect(terminal.transcript()).toContain('6 of 6 right.');
  });

  test('has the learner write, compare and grade; an empty answer is missed', () => {
    const where = place();
    const asked = pipeQuiz('', ['--plain', '--seed', '1', 'pool'], where).stdout;
    const input = (text: string): string => (EXPLAIN.test(asked) ? `${text}\n1\n` : `1\n\n${text}\n`);
    const partly = pipeQuiz(input('when it is small\n2'), ['--plain', '--seed', '1', 'pool'], where).stdout;
    expect(partly).toMatch(/You wrote\n {2}when it is small\n\nA model answer[^]*Your own grade: partly\./);
    const empty = pipeQuiz(input(''), ['--plain', '--seed', '1', 'pool'], where).stdout;
    expect(empty).toContain('Left empty, so missed.');
  });

  test('ends with the input: with the score, or with exit code 2 if nothing was answered', () => {
    const some = pipeQuiz('1\n', ['--plain'], place());
    expect(some.status).toBe(0);
    expect(some.stdout).toContain('You left before the end: there were 6 questions.');
    const none = pipeQuiz('', ['--plain'], place());
    expect(none.status).toBe(2);
    expect(none.stderr).toMatch(/^error: the input ended before a question was answered\./);
  });

  test('writes only ASCII where the locale is not UTF-8', () => {
    const { course, env } = place();
    const { stdout } = pipeQuiz('1\n1\n1\n', ['--plain'], { course, env: { ...env, LANG: 'C' } });
    expect(stdout).toMatch(/^[\n -~]*$/);
  });
});

describe('quiz', () => {
  test('breaks an error between words at a terminal', async () => {
    const terminal = openQuiz(place(), ['semaphores', '--plain'], 30);
    expect((await terminal.exit()).code).toBe(2);
    expect(terminal.screen()).toMatch(/^error: there is no topic or\nlesson "semaphores"\. There are\nthreads, pool\./m);
  });

  test('lists the topics', () => {
    const { course, env } = place();
    const { stdout, status } = runTutor(['quiz', '--list', '--lessons', course], env);
    expect(status).toBe(0);
    expect(stdout).toMatch(/threads +4 +0 +0\n +pool +2 +0 +0/);
  });

  test.each([
    { args: ['thread', '--plain'], says: 'there is no topic or lesson "thread". Did you mean threads?' },
    { args: [], says: 'mp-tutor quiz --plain' },
    { args: ['--review', 'pool'], says: 'mp-tutor quiz pool --review --plain' },
    { args: ['--plain', '--count', '0'], says: 'whole number from 1 to' },
    { args: ['--plain', '--seed', 'x'], says: 'whole number from 0 to' },
  ])('$args is refused', ({ args, says }) => {
    const { course, env } = place();
    const { stdout, stderr, status } = runTutor(['quiz', ...args, '--lessons', course], env);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(says);
  });
});
