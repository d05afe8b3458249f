import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadHighlight, renderInline, renderMarkdown } from '../../../src/terminal/markdown/index.js';
import { width } from '../../../src/terminal/text.js';
import { openStyles } from '../styles.js';
import { parse, phrase } from './parse.js';

const syntax = fc.constantFrom(
  '# ', '## ', '> ', '>> ', '- ', '  - ', '1. ', '987654321) ', '- [ ] ', '- [x] ', '```python\n', '```\n', '~~~ js\n', '    ',
  '| a | b |\n|---|:-:|\n', '| ', '|', '\n', '\n\n', '*', '**', '_', '~~', '`', '``', '[', '](https://example.org/a/b)', '![', '](a.png)',
  '<!-- ', ' -->', '<b>', '</b>', '---\n', '  \n', '\\\n', '[^1]', '[^1]: ', '[a]: http://b.org\n', '> [!TIP]\n> **In an exam:** ',
  '> [!WARNING]\n', 'def f(x): return "x" # y\n', '\t', ' ', 'word ', 'PoolPoolPoolPoolPoolPoolPoolPool', 'https://example.org/long/address ',
);
const hostile = fc.constantFrom(
  '\u001b', '\u001b[31m', '\u001b]0;title\u0007', '\u009b2J', '\u202e', '\u0000', '\r', '\u2028', '漢字', '🙂', '👨‍👩‍👧', '🇩🇪', 'e\u0301', 'का', '\ufe0f',
);
const markdown = fc.array(
  fc.oneof({ weight: 6, arbitrary: syntax }, { weight: 2, arbitrary: hostile }, fc.string({ unit: 'binary', maxLength: 8 })),
  { maxLength: 40 },
).map((parts) => parts.join(''));
const columns = fc.integer({ min: 20, max: 200 });

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const withoutStyles = (line: string) => line.replaceAll(/\u001b\[\d+m/g, '');

test('without colour no line is too wide or holds a control character', () => {
  fc.assert(fc.property(markdown, columns, fc.boolean(), (text, columns, unicode) => {
    const lines = renderMarkdown(parse(text), { columns, colour: 0, unicode });
    expect(lines.filter((line) => width(line) > columns)).toEqual([]);
    expect(lines.filter((line) => CONTROL.test(line))).toEqual([]);
    expect(unicode ? [] : lines.filter((line) => /[^ -~]/.test(line))).toEqual([]);
  }), { numRuns: 400 });
});

test('with colour there are styles and nothing else, and each line closes what it opens', async () => {
  const highlight = await loadHighlight(1);
  fc.assert(fc.property(markdown, columns, (text, columns) => {
    const lines = renderMarkdown(parse(text), { columns, colour: 1, unicode: true, highlight });
    expect(lines.filter((line) => width(line) > columns)).toEqual([]);
    expect(lines.filter((line) => CONTROL.test(withoutStyles(line)))).toEqual([]);
    expect(lines.filter((line) => openStyles(line).length > 0)).toEqual([]);
  }), { numRuns: 400 });
});

test('inline text is one line without control characters', () => {
  fc.assert(fc.property(markdown, fc.constantFrom(0 as const, 1 as const), (text, colour) => {
    const line = renderInline(phrase(text), { colour, unicode: true });
    expect(withoutStyles(line)).not.toMatch(CONTROL);
    expect(openStyles(line)).toEqual([]);
  }));
});

test.each([
  ['quotes', '>'.repeat(500)],
  ['lists', `${'- '.repeat(500)}a`],
  ['stars', `${'*'.repeat(500)}a${'*'.repeat(500)}`],
  ['strong words in each other', `${'**a '.repeat(200)}${'a**'.repeat(200)}`],
])('%s that are nested far too deeply are cut off', (_, text) => {
  const lines = renderMarkdown(parse(text), { columns: 20, colour: 1, unicode: true });
  expect(lines.filter((line) => width(line) > 20)).toEqual([]);
  expect(lines.join('')).toContain('…');
});

const EVIL = 'a\u001b[31mb\u001b]0;t\u0007c\u009b2Jd\u202ee';

test.each([
  ['text', EVIL],
  ['a heading', `# ${EVIL}`],
  ['inline code', `\`${EVIL}\``],
  ['code', `\`\`\`\n${EVIL}\n\`\`\``],
  ['a link', `[${EVIL}](https://x.org/${EVIL})`],
  ['an image', `![${EVIL}](x.png)`],
  ['inline HTML', `x <b title="${EVIL}">`],
  ['HTML', `<div title="${EVIL}">`],
  ['a table', `| ${EVIL} |\n|-|\n| ${EVIL} |`],
  ['a footnote', `x[^${EVIL}]\n\n[^${EVIL}]: ${EVIL}`],
  ["an alert's title", `> [!TIP]\n> **${EVIL}:** x`],
  ['a character reference', 'a &#27;[31m &#x9b;2J &#8238; b'],
])('%s cannot act on the terminal', (_, text) => {
  const lines = renderMarkdown(parse(text), { columns: 80, colour: 0, unicode: true });
  expect(lines.join('')).not.toBe('');
  expect(lines.filter((line) => CONTROL.test(line))).toEqual([]);
});

test("an alert's label from outside cannot either", () => {
  const lines = renderMarkdown(parse('> [!TIP]\n> a'), { columns: 80, colour: 0, unicode: true, labels: { TIP: EVIL } });
  expect(lines[0]).toBe('│ abcde');
});

test('long text does not take longer than it must', () => {
  const start = performance.now();
  renderMarkdown(parse(`${'é'.repeat(50_000)} ${'word '.repeat(10_000)}`), { columns: 80, colour: 0, unicode: true });
  expect(performance.now() - start).toBeLessThan(5000);
});
