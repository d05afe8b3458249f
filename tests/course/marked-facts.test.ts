import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markedFacts } from '../../src/course/marked-facts.js';
import { programNames } from '../../src/course/program-names.js';

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
    expect(markedFacts(text)).toBeUndefined();
    expect([...programNames(`${text}\nlet other;`).marked]).toEqual(expect.arrayContaining(['counted', 'other']));
  });

  test('may be any word where a text or comment in the object never ends, or where there are very many calls', () => {
    expect(markedFacts("mark('fact', { a: 1 /* , b: 2 });")).toBeUndefined();
    expect(markedFacts("mark('fact', { a: /'/ });")).toBeUndefined();
    expect(markedFacts("mark('fact', { a: 1 });".repeat(50))).toContain('a');
    expect(markedFacts("mark('fact', { a: 1 });".repeat(500))).toBeUndefined();
  });

  test('are looked for in any text', () => {
    const pieces = [`mark('fact', {`, 'a: 1', ', ', '{', '}', '[', ')', `'`, '"', '`', '\\', '/*', '//', '\n', '...'];
    fc.assert(fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 200 }), (chosen) => {
      expect(programNames(chosen.join('')).marked).toBeInstanceOf(Set);
    }));
  });

  // Each took from four seconds to minutes when it was looked through again from each call.
  test.each(["mark('fact',{/*", "mark('fact',{`", "mark('fact',{", "mark('fact',{'\\", "mark('fact',{a:'',"])(
    'are found in a text of 100 kB that is nothing but %j',
    (unit) => {
      const text = unit.repeat(100_000 / unit.length);
      const looked = Array.from({ length: 20 }, () => programNames(text).marked.has('mark'));
      expect(looked).not.toContain(false);
    },
    10_000,
  );
});
