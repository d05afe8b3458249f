import { expect, test } from 'vitest';
import { hiddenCharacter, numberedSource } from '../../../src/cli/tutor/source.js';
import { paint, width } from '../../../src/terminal/index.js';

test('a program is shown whole: a long line goes on below, and nothing in it acts on the terminal', () => {
  const text = `first\n${'x'.repeat(30)}end\n\tindented\u001b[2J\u202e\n\n`;
  const lines = numberedSource(text, 20, paint(0));
  expect(lines).toEqual([' 1  first', ' 2  xxxxxxxxxxxxxxxx', '    xxxxxxxxxxxxxxen', '    d', ' 3      indented']);
  expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(20);
});

test('a line of the program is a line on the screen, whatever ends it', () => {
  const lines = numberedSource('// hello\u2028run()\r# hello\u2029import os\r\nend', 40, paint(0));
  expect(lines).toEqual([' 1  // hello', ' 2  run()', ' 3  # hello', ' 4  import os', ' 5  end']);
});

test.each([
  ['// hello\u2028run()', '1:9'],
  ['first\n# hello\rimport os', '2:8'],
  ['a = "\u202e"', '1:6'],
  ['a\u200bb', '1:2'],
  ['\n\u001b[2J', '2:1'],
  ['a\u009b', '1:2'],
])('a character that would not be seen is found: %j', (text, place) => {
  expect(hiddenCharacter(text)).toBe(place);
});

test.each(['\ufeffimport os\n', 'if a:\n\tb\r\n', 'print("grüße, 日本語 🎉")'])('ordinary text hides nothing: %j', (text) => {
  expect(hiddenCharacter(text)).toBeUndefined();
});
