import { expect, test } from 'vitest';
import { minutesOf } from '../../src/course/index.js';
import { parseLesson } from '../../src/course/read.js';
import { changed, known, LESSON, memoryFiles, PROGRAMS } from './support.js';

const files = memoryFiles(Object.fromEntries(Object.entries(PROGRAMS).map(([name, text]) => [`/course/${name}`, text])));

/** In seconds. */
function secondsOf(text: string): number {
  const { lesson } = parseLesson(text, '/course/pool.md', known, files);
  if (lesson === undefined) {
    throw new Error('there is no lesson');
  }
  return minutesOf(lesson) * 60;
}

const before = secondsOf(LESSON);
const more = (text: string): number => secondsOf(changed('More.', `More.\n\n${text}`)) - before;

test('the words of a lesson, its prediction, its run and its questions take their time', () => {
  // Words: 7 of the opening, 4 of the answer, 9 of the tip, 3 + 1 of the section, 2 of the turn.
  expect(before).toBeCloseTo(26 * 0.3 + 20 + 15 + 60, 5);
});

test.each([
  ['words of a paragraph, code in it too', 'One *two* `three`, four – five.', 5 * 0.3],
  ['a heading and a claim, without its fence', '### Claim: it is so\n\n```yaml proof\nrun: node programs/wait.mjs\nhung: true\ncontrast: node programs/wait.mjs --none\n```', 4 * 0.3],
  ['a list and a table', '- one two\n- three\n\n| a | b |\n|---|---|\n| c | d |', 7 * 0.3],
  ['lines of code', '```text\none\ntwo\n```', 2 * 2.5],
  ['lines of code in a list and a quote', '- one\n  ```text\n  two\n  ```\n\n> ```text\n> one\n> ```', 0.3 + 2 * 2.5],
  ['of a program in two languages, the longer one', '```python\none()\ntwo()\n```\n\n```js\none();\n```', 2 * 2.5],
  ['two programs in two languages', '```python\none()\n```\n\n```js\none();\n```\n\nThen.\n\n```python\na()\n```\n\n```js\na();\nb();\n```', 0.3 + 3 * 2.5],
])('%s', (_, text, seconds) => {
  expect(more(text)).toBeCloseTo(seconds, 5);
});

test('more than three questions take no longer, since no more are asked', () => {
  const question = (id: string): string => `### ${id}\n\nWhy?\n\n> Because.\n\n`;
  expect(secondsOf(LESSON + question('a'))).toBeCloseTo(before + 30, 5);
  expect(secondsOf(LESSON + question('a') + question('b'))).toBeCloseTo(before + 30, 5);
});

test('to mend it takes its time, whatever its choices say', () => {
  const choice = (mark: string, argument: string): string => `- [${mark}] Change ${argument}\n  > Why.\n  \`\`\`sh run\n  node programs/wait.mjs ${argument}\n  \`\`\`\n`;
  const mend = `## Mend\n\nWhich change mends it?\n\n${choice(' ', 'a')}${choice('x', 'b')}\n## Answer`;
  expect(secondsOf(changed('## Answer', mend))).toBeCloseTo(before + 40, 5);
});
