import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseLiteral } from '../../src/trace/literal.js';
import { printedValues } from '../../src/trace/printed.js';

test('a line with a name and a value is a fact, of one name the last', () => {
  expect(printedValues(['total: 3', 'Total = 4', 'total=5', '  indented : no', ' x = 1 '])).toEqual({ total: 5, Total: 4, x: 1 });
});

test('a colour is not part of the value', () => {
  expect(printedValues(['tty: \u001b[33mtrue\u001b[39m'])).toEqual({ tty: true });
});

test.each([
  ['no name at all'], ['two words: 3'], ['12: 3'], ['a == b'], ['http://example.org'], ['empty:'], ['empty ='], ['x<=3'], ['-x: 3'],
])('%j has no value by name', (line) => {
  expect(printedValues([line])).toEqual({});
});

test.each([
  ['9007199254740991', 9007199254740991], ['1e300', 1e300], ['[(1,), []]', [[1], []]], ['3', 3], ['-3', -3], ['+3.5', 3.5], ['.5', 0.5], ['1.', 1], ['1e3', 1000], ['True', true], ['false', false], ['None', null],
  ['null', null], ["'Ann'", 'Ann'], ['"it\'s"', "it's"], [String.raw`'it\'s "here"\n'`, 'it\'s "here"\n'], ['[]', []], ['()', []],
  ["[1, 'a', True, None, [2.5]]", [1, 'a', true, null, [2.5]]], ['(1,)', [1]], ['(1, (2, 3))', [1, [2, 3]]], ['["a", false]', ['a', false]],
])('%s is a literal', (text, value) => {
  expect(parseLiteral(text)).toEqual(value);
});

test.each(['hello', '3 ms', '12:30', '1.2.3', 'Trueish', "{'a': 1}", '[1, 2', '[1 2]', '0x10', 'nan', '<Lock>', '(5)', '((5))', '[1)', '(1, 2]', '[(1, 2])', '[,]', '[1,,2]', '9007199254740993', '[1, -9007199254740993]', '1e999', "'open", '1_000', '[a]', ','])('%s is text', (text) => {
  expect(parseLiteral(text)).toBeUndefined();
  expect(printedValues([`it: ${text}`])).toEqual({ it: text });
});

test('a program that prints very much does not hold us up: after a million characters, values stay text', () => {
  const list = `[${'1, '.repeat(1000)}1]`;
  const values = printedValues(Array.from({ length: 10_000 }, (_, index) => `x${index}: ${list}`));
  expect([values['x0'], values['x9999']]).toEqual([expect.arrayContaining([1]), list]);
});

test('of one name only the last line is looked at, however many there are', () => {
  const list = `[${'1, '.repeat(1000)}1]`;
  const lines = Array.from({ length: 1000 }, () => `x: ${list}`);
  expect(printedValues([...lines, 'y: [1]'])).toEqual({ x: expect.arrayContaining([1]), y: [1] });
});

test('what JSON writes is read back', () => {
  const json = fc.letrec((tie) => ({
    value: fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.boolean(), fc.constant(null), fc.array(tie('value'), { maxLength: 4 })),
  })).value;
  fc.assert(fc.property(json, (value) => {
    expect(parseLiteral(JSON.stringify(value))).toEqual(value);
  }));
});
