import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAscii } from '../../src/terminal/ascii.js';
import { glyphs } from '../../src/terminal/index.js';
import { clean, fit, graphemes, pad, width } from '../../src/terminal/text.js';

const RED = '\u001b[31m';
const OFF = '\u001b[39m';
/** What may be in text from anywhere. */
const piece = fc.constantFrom('a', ' ', '\u001b', '[', '31m');
const anyText = fc.string({ unit: fc.oneof(piece, fc.string({ unit: 'binary' })) });
/** What a terminal does not obey and all terminals measure alike. */
const visible = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '漢', '字', '🙂', 'e\u0301', `${RED}x${OFF}`) });

describe('clean', () => {
  it.each([
    ['colours', `${RED}red${OFF}`, 'red'],
    ['cursor moves and clearing', 'a\u001b[2Jb\u001b[3;4Hc', 'abc'],
    ['links', '\u001b]8;;https://example.org\u0007here\u001b]8;;\u0007', 'here'],
    ['8-bit escape sequences', 'a\u009b2Jb', 'ab'],
    ['bells and backspaces', 'a\u0007b\u0008c\u007f', 'abc'],
    ['an escape that is put together by the removal of another', '\u001b\u0000[31mred', '[31mred'],
    ['bidi overrides and isolates', 'a\u202eb\u2066c\u200f', 'abc'],
  ])('removes %s', (_, text, cleaned) => {
    expect(clean(text)).toBe(cleaned);
  });

  it('turns line breaks and tabs into spaces', () => {
    expect(clean('a\r\nb\nc\td\u2028e')).toBe('a b c d e');
  });

  it('leaves no control character of any text', () => {
    const forbidden = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
    fc.assert(fc.property(anyText, (text) => !forbidden.test(clean(text))));
  });
});

describe('fit', () => {
  it('leaves what fits', () => {
    expect(fit('abc', 3)).toBe('abc');
  });

  it('cuts with an ellipsis', () => {
    expect(fit('abcd', 3)).toBe('ab…');
  });

  it('does not cut a wide character in two', () => {
    expect(fit('漢字漢', 4)).toBe('漢…');
  });

  it('keeps styles whole, and closes those that it has cut into', () => {
    expect(fit(`${RED}abcd${OFF}ef`, 3)).toBe(`${RED}ab…${OFF}`);
  });

  it('gives nothing where there is no column', () => {
    expect(fit('abc', 0)).toBe('');
  });

  it('never takes more columns than there are', () => {
    fc.assert(fc.property(visible, fc.nat(20), (text, columns) => width(fit(text, columns)) <= columns));
  });
});

describe('pad', () => {
  it('fills up at the right, or at the left', () => {
    expect([pad('ab', 4), pad('ab', 4, 'right')]).toEqual(['ab  ', '  ab']);
  });

  it('takes exactly the columns', () => {
    fc.assert(fc.property(visible, fc.nat(20), (text, columns) => width(pad(text, columns)) === columns));
  });
});

describe('graphemes', () => {
  it('keeps together what a reader takes for one character', () => {
    expect(graphemes('ae\u0301🇩🇪👨‍👩‍👧')).toEqual(['a', 'e\u0301', '🇩🇪', '👨‍👩‍👧']);
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('are the same far behind, wherever a text begins (%s)', (before) => {
    const characters = ['🇩🇪', 'e\u0301', '👨‍👩‍👧', '漢'];
    const text = 'a'.repeat(before) + characters.join('').repeat(200);
    expect(new Set(graphemes(text))).toEqual(new Set([...(before > 0 ? ['a'] : []), ...characters]));
  });
});

describe('graphemes of text in which each character stands alone', () => {
  const range = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
  const usual = [...range(0x20, 0x7e), ...range(0xa1, 0x24f), ...range(0x2010, 0x205e), ...range(0x2190, 0x21ff), ...range(0x2500, 0x25ff), '✓', '✗'];

  it('are those of Unicode, like all others', () => {
    const segmenter = new Intl.Segmenter();
    const text = fc.array(fc.constantFrom(...usual, 'e\u0301', '🇩🇪', '\ufe0f', '漢'), { maxLength: 40 }).map((characters) => characters.join(''));
    const isRight = (any: string): void => {
      expect(graphemes(any)).toEqual(Array.from(segmenter.segment(any), ({ segment }) => segment));
    };
    isRight(usual.join(''));
    fc.assert(fc.property(text, isRight), { numRuns: 300 });
  });
});

describe('toAscii', () => {
  it('has a twin of one column for every glyph', () => {
    const twins = Object.values(glyphs).map(toAscii);
    expect(twins.filter((twin) => !/^[!-~]$/.test(twin) || twin === '?')).toEqual([]);
  });

  it('keeps letters, styles and columns', () => {
    expect(toAscii(`${RED}é’s ×2²${OFF} 漢`)).toBe(`${RED}e's x22${OFF} ??`);
  });

  it('keeps the width of any text', () => {
    fc.assert(fc.property(visible, (text) => width(toAscii(text)) === width(text)));
  });
});
