import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markedFacts } from '../../src/course/marked-facts.js';

describe('the facts that a program marks', () => {
  test.each([
    [`mark('fact', { lost: 3 });`, ['lost']],
    ['mark("fact", { lost });', ['lost']],
    ['mark(`fact`, { lost, });', ['lost']],
    [`mark( 'fact' ,\n  {\n    lost: total - sum(a, b),\n    took: { alone, together: 2 },\n  },\n);`, ['lost', 'took']],
    [`mark('fact', { 'two words': 1, "quoted": [a, { b: 1 }], größe: 2, $x: 3 })`, ['two words', 'quoted', 'größe', '$x']],
    [`mark('fact', { text: 'a, b: }', other: "}", third: \`\${1}, {\` })`, ['text', 'other', 'third']],
    [`mark('fact', { // the sum, of: all\n lost: 1, /* , no: 2 */ more: 2 })`, ['lost', 'more']],
    [`mark('fact', { is: a ? b : c, re: (x) => ({ y: x }) })`, ['is', 're']],
    [`mark('fact', { one: 1 });\nmark('fact', { two: 2 });`, ['one', 'two']],
    [`mark('fact', {})`, []],
    [`mark('note', { lost: 1 }); remark('fact', { more: 1 }); lost = 3;`, []],
    ['', []],
  ])('%j', (text, facts) => {
    expect(markedFacts(text)).toEqual(facts);
  });

  test.each([
    `const counted = {}; mark('fact', counted)`,
    `mark('fact', { ...counted })`,
    `mark('fact', { [counted]: 1 })`,
    `mark('fact', { counted() {} })`,
    `mark('fact', { counted: 1`,
    `mark('fact', Object.fromEntries([['counted', 1]]))`,
  ])('may be any word where they are not written out: %s', (text) => {
    expect(markedFacts(`${text}\nlet other;`)).toEqual(expect.arrayContaining(['counted', 'other']));
  });

  test('are found quickly in any text', () => {
    fc.assert(fc.property(
      fc.array(fc.constantFrom(`mark('fact', {`, 'a: 1', ', ', '{', '}', '[', ')', `'`, '"', '`', '\\', '/*', '//', '\n', '...'), { maxLength: 200 }),
      (pieces) => {
        expect(markedFacts(pieces.join(''))).toBeInstanceOf(Array);
      },
    ));
    expect(markedFacts(`mark('fact', { a: ${'/* `'.repeat(20_000)}`)).toContain('a');
  });
});
