import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { loadHighlight } from '../../../src/terminal/markdown/index.js';
import { openStyles } from '../styles.js';

const python = 'def f(x):\n    """two\n    lines"""\n    return x * 2  # twice';

it('styles keywords, names, strings, numbers and comments', async () => {
  const highlight = await loadHighlight(1);
  expect(highlight('def f(x): return x * 2 # twice', 'python')).toEqual([
    '\u001b[35mdef\u001b[39m \u001b[1mf\u001b[22m(x): \u001b[35mreturn\u001b[39m x * \u001b[36m2\u001b[39m \u001b[2m# twice\u001b[22m',
  ]);
  expect(highlight("'a'", 'js')).toEqual(["\u001b[32m'a'\u001b[39m"]);
});

it('gives as many lines as there are, with the same text and no style left open', async () => {
  const highlight = await loadHighlight(1);
  const lines = highlight(python, 'python');
  expect(lines.map(stripVTControlCharacters).join('\n')).toBe(python);
  expect(lines.flatMap(openStyles)).toEqual([]);
  expect(lines[2]).toBe('\u001b[32m    lines"""\u001b[39m');
});

it.each(['python', 'py', 'javascript', 'js', 'typescript', 'bash', 'sh', 'yaml', 'c', 'json'])('knows %s', async (language) => {
  const highlight = await loadHighlight(1);
  expect(highlight('"a": "b" # c', language).join('')).toContain('\u001b[');
});

it.each(['', 'text', 'plaintext', 'cobol', 'constructor'])('leaves the language %j plain', async (language) => {
  const highlight = await loadHighlight(1);
  expect(highlight('def f():\n  pass', language)).toEqual(['def f():', '  pass']);
});

it('leaves everything plain without colour', async () => {
  const highlight = await loadHighlight(0);
  expect(highlight(python, 'python')).toEqual(python.split('\n'));
});
