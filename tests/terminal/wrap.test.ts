import { stripVTControlCharacters } from 'node:util';
import { Chalk } from 'chalk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { width } from '../../src/terminal/text.js';
import { chop, wrap } from '../../src/terminal/wrap.js';
import { openStyles } from './styles.js';

const chalk = new Chalk({ level: 1 });
const STYLES = [chalk.red, chalk.bold, chalk.dim, chalk.underline, chalk.black.bgCyan];
const plainText = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '漢', '。', '🙂', 'e\u0301', 'का', '👨‍👩‍👧') });
const styledText = fc.letrec<{ text: string }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 4 },
    plainText,
    fc.tuple(fc.constantFrom(...STYLES), tie('text')).map(([style, text]) => style(text)),
    fc.tuple(tie('text'), tie('text')).map((texts) => texts.join('')),
  ),
})).text;

describe('wrap', () => {
  it('breaks between words, and aligns further lines with the text behind the prefix', () => {
    expect(wrap('one two three', 9, ' · ')).toEqual([' · one', '   two', '   three']);
  });

  it('breaks words that are longer than a line', () => {
    expect(wrap('to abcdefgh i', 3)).toEqual(['to', 'abc', 'def', 'gh', 'i']);
  });

  it('keeps line breaks, and spaces within a line', () => {
    expect(wrap('a  b\n\nc', 9)).toEqual(['a  b', '', 'c']);
  });

  it('breaks between ideographs, but not before a full stop', () => {
    expect(wrap('process 漢字漢字。漢', 12)).toEqual(['process 漢字', '漢字。漢']);
    expect(wrap('漢字漢字。漢', 8)).toEqual(['漢字漢', '字。漢']);
  });

  it('closes all styles at the end of a line and opens them on the next', () => {
    expect(wrap(chalk.bold(`bold ${chalk.red('red on')} bold`), 8)).toEqual([
      '\u001b[1mbold \u001b[31mred\u001b[39m\u001b[22m',
      '\u001b[1m\u001b[31mon\u001b[39m bold\u001b[22m',
    ]);
  });

  it('never takes more columns than there are, of any text in any styles', () => {
    const fits = (text: string, columns: number) => wrap(text, columns, ' · ').every((line) => width(line) <= columns);
    fc.assert(fc.property(styledText, fc.integer({ min: 0, max: 20 }), fits));
  });

  it('does the same to plain words, styled or not', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-') });
    fc.assert(fc.property(words, fc.integer({ min: 0, max: 20 }), (text, columns) => {
      const unstyled = wrap(`${chalk.bold('')}\u001b[0m${text}`, columns, ' · ').map(stripVTControlCharacters);
      expect(wrap(text, columns, ' · ')).toEqual(unstyled);
    }));
  });

  it('leaves no style open, and loses nothing but spaces', () => {
    fc.assert(fc.property(styledText, fc.integer({ min: 2, max: 20 }), (text, columns) => {
      const lines = wrap(text, columns);
      expect(lines.map(openStyles)).toEqual(lines.map(() => []));
      expect(letters(lines.join(''))).toBe(letters(text));
    }));
  });
});

describe('chop', () => {
  it('breaks at the last column and keeps all spaces', () => {
    expect(chop('ab  cd', 3)).toEqual(['ab ', ' cd']);
  });

  it('loses nothing and leaves no style open', () => {
    fc.assert(fc.property(styledText, fc.integer({ min: 2, max: 20 }), (text, columns) => {
      const lines = chop(text, columns);
      expect(lines.filter((line) => width(line) > columns)).toEqual([]);
      expect(lines.map(openStyles)).toEqual(lines.map(() => []));
      expect(stripVTControlCharacters(lines.join(''))).toBe(stripVTControlCharacters(text));
    }));
  });
});

function letters(text: string): string {
  return stripVTControlCharacters(text).replaceAll(' ', '');
}
