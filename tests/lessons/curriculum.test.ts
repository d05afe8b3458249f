import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const LIMIT = 60_000;

/** Runs the script that writes the page. */
function curriculum(...args: string[]): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/curriculum.mjs'), ...args], { cwd: root, encoding: 'utf8', timeout: LIMIT });
  return { status, stderr };
}

/** A folder with this file for a question; its path. */
function folderWith(text: string, name = '08.yaml'): string {
  const parent = mkdtempSync(join(tmpdir(), 'mp-tutor-curriculum-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, 'curriculum');
  mkdirSync(folder);
  writeFileSync(join(folder, name), text);
  return folder;
}

const GOOD = `question: How does it end?
lesson: queue
lines:
  - says: One | sentinel for each.
    kind: claim
    claims: [queue#mend]
    questions: [one-none-for-two]
    misconceptions: [one-sentinel-ends-all-consumers]
  - says: A statement.
    kind: experiment
    left-out: It cannot be shown here.
`;

test('a page is written, with a table for each question and links to all that covers its lines', { timeout: LIMIT }, () => {
  const folder = folderWith(GOOD);
  expect(curriculum(folder)).toEqual({ status: 0, stderr: '' });
  const page = readFileSync(`${folder}.md`, 'utf8');
  expect(page).toContain('1 of 20 questions; 2 lines: 1 of kind claim, 1 of kind experiment, 0 of kind note, 0 of kind question.');
  expect(page).toContain('1 are covered, by 1 claims and exercises and 1 questions, against 1 misconceptions; 1 left out.');
  expect(page).toContain('## 8. How does it end?');
  expect(page).toMatch(/^\| One \\\| sentinel for each\. \| claim \| \[queue\]\(\.\.\/lessons\/\S+\) \| \[[^\]]+\]\(\.\.\/lessons\/\S+#mend\) \| \[one-none-for-two\]\(\.\.\/lessons\/\S+#one-none-for-two\) \| \[[^\]]+\]\(\.\.\/lessons\/misconceptions\.md#one-sentinel-ends-all-consumers\) \|$/m);
  expect(page).toContain('| A statement. | experiment |  | left out: It cannot be shown here. |  |  |');
  expect(curriculum(folder, '--check')).toEqual({ status: 0, stderr: '' });
  writeFileSync(`${folder}.md`, `${page}more`);
  expect(curriculum(folder, '--check')).toMatchObject({ status: 1, stderr: expect.stringContaining('is not up to date') });
  expect(readFileSync(`${folder}.md`, 'utf8')).toBe(`${page}more`);
});

test.each([
  ['queue#mend', 'queue#mnd', '08.yaml:6:14: there is no claim `queue#mnd`; did you mean `queue#mend`?'],
  ['one-none-for-two', 'nobody', '08.yaml:7:17: there is no question `nobody`'],
  ['one-sentinel-ends-all-consumers', 'nobody', '08.yaml:8:22: there is no misconception `nobody`'],
  ['lesson: queue', 'lesson: quue', '08.yaml:2:9: there is no lesson `quue`; did you mean `queue`?'],
  ['kind: claim', 'kind: clam', '08.yaml:5:11: did you mean `claim`?'],
  ['    claims: [queue#mend]\n', '', '08.yaml:4:5: nothing covers this claim: name its `claims`, or say why it is `left-out`'],
  ['left-out: It', 'claims: [queue#mend]\n    left-out: It', '08.yaml:12:15: a line that is covered is not left out: take one of both away'],
  ['claims: [queue#mend]', 'claim: [queue#mend]', '08.yaml:6:5: unknown key `claim`; did you mean `claims`?'],
  ['claims: [queue#mend]', 'claims: queue#mend', '08.yaml:6:13: `claims` must be a list'],
  ['says: A statement.', 'says:', '08.yaml:9:10: `says` must be a text'],
  ['question: How does it end?', 'question: "How', 'this is not YAML'],
  [/lines:[^]*/, 'lines: []\n', '08.yaml:3:8: `lines` must be a list of `says: …`'],
])('%s → %s is told with its place', { timeout: LIMIT }, (from, to, problem) => {
  const { status, stderr } = curriculum(folderWith(GOOD.replace(from, to)));
  expect(status).toBe(1);
  expect(stderr).toContain(problem);
});

test('a file whose name is no number of a question is told of', { timeout: LIMIT }, () => {
  expect(curriculum(folderWith(GOOD, '21.yaml')).stderr).toContain('21.yaml:1:1: this file is about no question; name it 01.yaml to 20.yaml');
});

test('the page of the course is up to date, and has all questions of the curriculum, each with its lines', { timeout: LIMIT }, () => {
  expect(curriculum('--check')).toEqual({ status: 0, stderr: '' });
  const page = readFileSync(join(root, 'docs/curriculum.md'), 'utf8');
  expect(Array.from(page.matchAll(/^## (\d+)\. \S/gm), ([, number]) => Number(number))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  const rows = page.split(/^## /m).slice(1).map((chapter) => chapter.split('\n').filter((line) => line.startsWith('| ')).length - 1);
  expect(Math.min(...rows)).toBeGreaterThanOrEqual(4);
});
