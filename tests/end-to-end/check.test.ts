import { spawnSync, type StdioOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bin, type Ran } from './mp-tutor.js';
import { sampleCourse, temporaryFolder, writeFiles } from './sample-course.js';

/** Runs mp-tutor in a folder. */
function run(args: readonly string[], cwd: string): Ran {
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe'];
  return spawnSync(process.execPath, [bin, ...args], { cwd, encoding: 'utf8', timeout: 15_000, stdio });
}

const BROKEN = `---
id: broken
---

# Is it?

## Quiz

### no-right-one

Which?

- [ ] This
- [ ] That
  > Not this.
`;

describe('check', () => {
  test('of a course without problems counts what there is', () => {
    const { stdout, stderr, status } = run(['check', sampleCourse()], temporaryFolder());
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^\S+: nothing is wrong\. 2 lessons, 6 questions \(1 one choice, .*\), 2 topics\.\n\d claims?\. 6 questions: \d with a proof, \d definitions?, \d without a proof\.\nTo read: \S+ \d min, \S+ \d min\.\n$/);
  });

  test('names every problem in a line of its own, with a path from here, and how to mend it', () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'course/a.md': BROKEN, 'course/b.md': 'no lesson\n' });
    const { stdout, stderr, status } = run(['check', 'course'], folder);
    expect(status).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      expect(line).toMatch(/^course\/[ab]\.md:\d+:\d+: .+; .+/);
    }
    expect(stdout).toContain('course/a.md:13:1: no choice of "no-right-one" is right');
    expect(stderr).toBe(`course: ${lines.length} problems.\n`);
  });

  test('of a single lesson', () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'a.md': BROKEN });
    const { stdout, status } = run(['check', 'a.md'], folder);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^a\.md:\d+:\d+: /);
  });

  test('--json has the same, machine-readable', () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'a.md': BROKEN });
    const { stdout, stderr, status } = run(['check', '.', '--json'], folder);
    expect(status).toBe(1);
    expect(stderr).toBe('');
    const { problems, lessons } = JSON.parse(stdout) as { problems: unknown[]; lessons: number };
    expect(lessons).toBe(0);
    const noRightOne = { file: join(folder, 'a.md'), line: 13, column: 1, breaks: true };
    expect(problems).toContainEqual(expect.objectContaining(noRightOne));
  });

  test('without a path takes `lessons`, or this folder if it has lessons, or else the built-in course', () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'README.md': '# A project\n' });
    expect(run(['check'], folder).stdout + run(['check'], folder).stderr).toContain('the built-in course');
    writeFiles(folder, { 'a.md': BROKEN });
    expect(run(['check'], folder).stderr).toContain('this folder: ');
    writeFiles(folder, { 'lessons/b.md': BROKEN });
    expect(run(['check'], folder).stderr).toContain('lessons: ');
  });

  test('of what is not there is bad usage', () => {
    const { stdout, stderr, status } = run(['check', 'nowhere'], temporaryFolder());
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^error: there is no folder or file nowhere\./);
  });
});

describe('new lesson', () => {
  test('writes one that passes check, and says what to do next', () => {
    const folder = temporaryFolder();
    const made = run(['new', 'lesson', 'my-first'], folder);
    expect(made.status).toBe(0);
    expect(made.stdout).toContain('Wrote my-first.md');
    expect(made.stdout).toContain('mp-tutor learn my-first.md --watch');
    const { stdout, status } = run(['check'], folder);
    expect(stdout).toContain('nothing is wrong');
    expect(status).toBe(0);
  });

  test('goes into `lessons` if it is here, or where it is told to', () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'lessons/README.md': '' });
    run(['new', 'lesson', 'one'], folder);
    run(['new', 'lesson', 'two', '--lessons', 'a/course'], folder);
    expect(readFileSync(join(folder, 'lessons/one.md'), 'utf8')).toContain('id: one');
    expect(readFileSync(join(folder, 'a/course/two.md'), 'utf8')).toContain('id: two');
  });

  test('goes with the topics and misconceptions of the course around it', () => {
    const folder = sampleCourse();
    writeFiles(folder, { 'misconceptions.md': '# Misconceptions\n\n## A pool forks for each task\n\nIt does not.\n' });
    const before = run(['check', '.'], folder).stdout;
    expect(run(['new', 'lesson', 'more', '--lessons', '.'], folder).status).toBe(0);
    const after = run(['check', '.'], folder).stdout;
    expect(after).not.toMatch(/^more\.md/m);
    expect(before).not.toBe('');
    expect(readFileSync(join(folder, 'more.md'), 'utf8')).toContain('(misconceptions.md#a-pool-forks-for-each-task)');
  });

  test('overwrites nothing', () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'mine.md': 'my text' });
    const { stderr, status } = run(['new', 'lesson', 'mine'], folder);
    expect(status).toBe(1);
    expect(stderr).toContain('mine.md is there already. Nothing was changed');
    expect(readFileSync(join(folder, 'mine.md'), 'utf8')).toBe('my text');
    const taken = run(['new', 'lesson', 'pool'], sampleCourse());
    expect(taken.status).toBe(1);
    expect(taken.stderr).toContain('there is a lesson "pool" already, in 2-pool.md');
  });

  test.each(['My First', '../up', '', 'ümlaut'])('refuses the id %j and says what one is', (id) => {
    const { stderr, status } = run(['new', 'lesson', id], temporaryFolder());
    expect(status).toBe(2);
    expect(stderr).toContain('small letters, digits and hyphens');
  });
});
