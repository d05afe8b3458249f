import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bin, openTutor, type Ran, runTutor } from './mp-tutor.js';
import { sampleCourse, temporaryFolder, writeFiles } from './sample-course.js';
import { keys } from './terminal.js';

interface Place {
  readonly course: string;
  readonly state: string;
  readonly env: Readonly<Record<string, string>>;
}

function place(): Place {
  const state = temporaryFolder();
  return { course: sampleCourse(), state, env: { XDG_STATE_HOME: state } };
}

function progress({ course, env }: Place, args: readonly string[] = []): ReturnType<typeof runTutor> {
  return runTutor(['progress', ...args, '--lessons', course], env);
}

/** All questions of a topic, answered with their first choices. */
function answerSome({ course, env }: Place, topic: string): Ran {
  return spawnSync(process.execPath, [bin, 'quiz', topic, '--plain', '--seed', '3', '--lessons', course], {
    input: '1\n'.repeat(8),
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}

function journalOf({ state }: Place): string {
  return join(state, 'mp-tutor', 'journal.jsonl');
}

describe('progress', () => {
  test('says what to do first when nothing has been done', () => {
    const { stdout, status } = progress(place());
    expect(status).toBe(0);
    expect(stdout).toContain('Nothing has been read or answered yet.');
    expect(stdout).toMatch(/mp-tutor learn --lessons \S+\s+go on: What do threads share\?/);
  });

  test('shows scores by topic in words, what comes back, and where it is kept', () => {
    const where = place();
    answerSome(where, 'threads');
    const { stdout } = progress(where);
    expect(stdout).toMatch(/threads +[▮▯]{10} \d of 4 +\d of 4 right/);
    expect(stdout).toContain('Not asked yet: pool.');
    expect(stdout).toMatch(/missed or guessed comes? back(, among them)?:\n {3}[A-Z]/);
    expect(stdout).toContain(`Kept in ${journalOf(where)}`);
  });

  test('--json is one object', () => {
    const where = place();
    answerSome(where, 'threads');
    const { stdout, stderr } = progress(where, ['--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      course: { id: expect.stringMatching(/^sample@\//), title: 'A sample course' },
      questions: { of: 6, answered: 4 },
      journal: { file: journalOf(where), damagedLines: [] },
    });
    expect(stderr).toBe('');
  });

  test('names damaged lines, of which nothing is overwritten', () => {
    const where = place();
    answerSome(where, 'threads');
    appendFileSync(journalOf(where), '\n{"kind":"answ\n');
    const before = readFileSync(journalOf(where), 'utf8');
    const number = before.split('\n').indexOf('{"kind":"answ') + 1;
    const { stdout, status } = progress(where);
    expect(status).toBe(0);
    expect(stdout).toContain(`Damaged lines in it: ${number}. They are set aside; nothing was overwritten.`);
    expect(stdout).toMatch(/\d of 4 right/);
    expect(readFileSync(journalOf(where), 'utf8').startsWith(before)).toBe(true);
  });

  test('works where nothing can be kept, and says so', () => {
    const where = place();
    writeFiles(where.state, { 'mp-tutor': 'a file, where a folder should be' });
    const { stdout, stderr, status } = answerSome(where, 'threads');
    expect(status).toBe(0);
    expect(stdout).toMatch(/of 4 right/);
    expect(stderr).toMatch(/^warning: Progress is not kept: /m);
    expect(progress(where).status).toBe(0);
  });
});

test('a command that progress has not got is refused with the one that it has', () => {
  const { stderr, status } = progress(place(), ['rest']);
  expect(status).toBe(2);
  expect(stderr).toContain('there is no command progress rest. There are export, import and reset.');
});

describe('progress reset', () => {
  test('asks first, and Enter alone keeps everything', async () => {
    const where = place();
    answerSome(where, 'threads');
    const terminal = openTutor(['progress', 'reset', '--lessons', where.course], { env: where.env });
    await terminal.waitFor(/Forget 0 lessons and 4 answered questions\? \(y\/N\)/);
    terminal.type(keys.enter);
    expect((await terminal.exit()).code).toBe(0);
    expect(terminal.screen()).toContain('Nothing was changed.');
    expect(progress(where).stdout).toMatch(/\d of 4 right/);
  });

  test('forgets after a yes', async () => {
    const where = place();
    answerSome(where, 'threads');
    const terminal = openTutor(['progress', 'reset', '--lessons', where.course], { env: where.env });
    await terminal.waitFor(/Forget/);
    terminal.type(`y${keys.enter}`);
    expect((await terminal.exit()).code).toBe(0);
    expect(progress(where).stdout).toContain('Nothing has been read or answered yet.');
  });

  test('Ctrl-C at the question is 130 and keeps everything', async () => {
    const where = place();
    answerSome(where, 'threads');
    const terminal = openTutor(['progress', 'reset', '--lessons', where.course], { env: where.env });
    await terminal.waitFor(/Forget/);
    terminal.type(keys.ctrlC);
    expect((await terminal.exit()).code).toBe(130);
    expect(terminal.cursorVisible).toBe(true);
    expect(progress(where).stdout).toMatch(/\d of 4 right/);
  });

  test('without a terminal it needs --yes', () => {
    const where = place();
    answerSome(where, 'threads');
    const refused = progress(where, ['reset']);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('mp-tutor progress reset --yes');
    expect(progress(where, ['reset', '--yes']).stdout).toContain('Forgotten.');
    expect(progress(where, ['reset', '--yes']).stdout).toContain('There is nothing to reset');
  });
});
