import { expect, it } from 'vitest';
import { Row } from '../../src/views/draw/row.js';

const bold = (text: string) => `<${text}>`;

it('draws later marks over earlier ones', () => {
  const row = new Row(6);
  row.put(0, 'abcdef');
  row.fill(2, 4, '.');
  expect(row.toString()).toBe('ab..ef');
});

it('does not draw outside', () => {
  const row = new Row(3);
  row.put(-1, 'abcdef');
  row.put(2, '漢');
  expect(row.toString()).toBe('bcd');
});

it('styles each stretch once', () => {
  const row = new Row(5);
  row.put(1, 'abc', bold);
  row.restyle(2, 3, (text) => text);
  expect(row.toString()).toBe(' <a>b<c> ');
});

it.each([
  [0, 'x 字'],
  [1, ' x字'],
  [2, '漢x '],
])('leaves no half of a wide character when column %i is drawn over', (column, line) => {
  const row = new Row(4);
  row.put(0, '漢字');
  row.put(column, 'x');
  expect(row.toString()).toBe(line);
});

it('keeps accents with their letters', () => {
  const row = new Row(3);
  row.put(0, 'e\u0301xe\u0301');
  expect(row.toString()).toBe('e\u0301xe\u0301');
});
