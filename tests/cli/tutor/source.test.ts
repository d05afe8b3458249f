import { expect, test } from 'vitest';
import { numberedSource } from '../../../src/cli/tutor/source.js';
import { paint, width } from '../../../src/terminal/index.js';

test('a program is shown whole: a long line goes on below, and nothing in it acts on the terminal', () => {
  const text = `first\n${'x'.repeat(30)}end\n\tindented\u001b[2J\u202e\n\n`;
  const lines = numberedSource(text, 20, paint(0));
  expect(lines).toEqual([' 1  first', ' 2  xxxxxxxxxxxxxxxx', '    xxxxxxxxxxxxxxen', '    d', ' 3      indented']);
  expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(20);
});
