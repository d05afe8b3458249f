import { describe, expect, test } from 'vitest';
import { hasBothLanguages, openingBody, textBody } from '../../../src/cli/learn/body.js';
import type { Language } from '../../../src/progress/index.js';
import { lessonOf } from '../lessons.js';

const BOTH = 'See:\n\n```python\nprint(1)\n```\n\n```js\nlog(1);\n```\n\nSo.';
const ONE = 'See:\n\n```python\nprint(1)\n```';

function drawing(lang: Language) {
  return { style: { columns: 60, colour: 0, unicode: true }, lang, first: lang === 'js' ? 'js' : 'python' } as const;
}

const shown = (opening: string, lang: Language): string => textBody(lessonOf({ opening }).opening, drawing(lang)).join('\n');

describe('code that a lesson has in two languages', () => {
  test('is shown in one, with a word on how to see the other', () => {
    expect(shown(BOTH, 'python')).toMatch(/print\(1\)[^]*So\.\n\nThe code is in Python: c shows JavaScript\.$/);
    expect(shown(BOTH, 'js')).toMatch(/log\(1\);[^]*The code is in JavaScript: c shows both languages\.$/);
  });

  test('is shown in both, each with its name', () => {
    expect(shown(BOTH, 'both')).toMatch(/In Python:\n\n.*print\(1\)\n\nIn JavaScript:\n\n.*log\(1\);\n\nSo\.$/);
  });

  test('is known from code that there is in one only, which is shown to all', () => {
    expect(hasBothLanguages(lessonOf({ opening: BOTH }).opening)).toBe(true);
    expect(hasBothLanguages(lessonOf({ opening: ONE }).opening)).toBe(false);
    expect(shown(ONE, 'js')).toMatch(/^See:\n\n.*print\(1\)$/);
  });
});

test('a lesson begins with its question; notes come before its text', () => {
  expect(openingBody(lessonOf({ title: 'How many?' }), ['This comes after a, which you have not read yet.'], drawing('both'))).toEqual([
    'How many?', '', 'This comes after a, which you have not read yet.', '', 'A pool is a fixed set of worker processes.',
  ]);
});
