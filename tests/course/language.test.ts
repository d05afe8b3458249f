import { expect, test } from 'vitest';
import { inLanguage } from '../../src/course/index.js';
import { parseMarkdown } from '../../src/course/markdown.js';

/** The contents of the fences that are left, in their order. */
function kept(text: string, language: 'python' | 'js' | 'both', first?: 'python' | 'js'): string[] {
  const lines = JSON.stringify(inLanguage(parseMarkdown(text)?.children ?? [], language, first));
  return Array.from(lines.matchAll(/"value":"(\w+)"/g), ([, value = '']) => value);
}

const fence = (language: string, code: string): string => `\`\`\`${language}\n${code}\n\`\`\`\n\n`;
const BOTH = fence('python', 'py') + fence('js', 'js');

test.each([
  [BOTH, ['py'], ['js'], ['py', 'js']],
  [fence('js', 'js') + fence('python', 'py'), ['py'], ['js'], ['py', 'js']],
  [fence('javascript', 'js') + fence('py', 'py'), ['py'], ['js'], ['py', 'js']],
  [fence('js part', 'js') + fence('python fails', 'py'), ['py'], ['js'], ['py', 'js']],
  [fence('python', 'py'), ['py'], ['py'], ['py']],
  [fence('js', 'js'), ['js'], ['js'], ['js']],
  [
    fence('js', 'js') + fence('text', 'text') + fence('python', 'py'), ['js', 'text', 'py'], ['js', 'text', 'py'],
    ['js', 'text', 'py'],
  ],
  [
    `${fence('js', 'js')}text\n\n${fence('python', 'py')}`, ['js', 'text', 'py'], ['js', 'text', 'py'],
    ['js', 'text', 'py'],
  ],
  [
    `${BOTH}text\n\n${fence('python', 'a')}${fence('js', 'b')}`, ['py', 'text', 'a'], ['js', 'text', 'b'],
    ['py', 'js', 'text', 'a', 'b'],
  ],
  [fence('c', 'c') + BOTH, ['c', 'py'], ['c', 'js'], ['c', 'py', 'js']],
  ['', [], [], []],
])('%j', (text, python, js, both) => {
  expect(kept(text, 'python')).toEqual(python);
  expect(kept(text, 'js')).toEqual(js);
  expect(kept(text, 'both')).toEqual(both);
});

test('of both, that comes first which is asked for', () => {
  expect(kept(BOTH, 'both', 'js')).toEqual(['js', 'py']);
});

test('also within lists and quotes', () => {
  const list = '1. Do\n\n   ```python\n   py\n   ```\n\n   ```js\n   js\n   ```\n\n';
  const quote = '> ```js\n> a\n> ```\n>\n> ```python\n> b\n> ```\n';
  expect(kept(list + quote, 'js')).toEqual(['Do', 'js', 'a']);
  expect(kept(list + quote, 'python')).toEqual(['Do', 'py', 'b']);
});
