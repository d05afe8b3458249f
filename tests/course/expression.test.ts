import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileExpression, type Expression } from '../../src/course/expression.js';

const FACTS = {
  workerPids: 3,
  elapsedMs: 12.5,
  hung: false,
  signal: null,
  output: ['a 1', 'b 2', 'a 1'],
  numbers: [3, 1.5, 3],
  deaths: [{ pid: 7, name: 'worker 1', signal: 'SIGKILL' }],
  tasksByPid: { 7: [1, 2], 8: [3] },
  printed: { total: 4, 'two words': 1 },
  same: [[1, { a: 2 }], [1, { a: 2 }]],
};

function compiled(text: string, returns: 'boolean' | 'number' = 'boolean'): Expression {
  const expression = compileExpression(text, { returns });
  if ('error' in expression) {
    throw new Error(`${text}: ${expression.error}`);
  }
  return expression;
}

/** What an error says; nothing for anything else. */
function errorOf(value: object | boolean | number): string {
  return typeof value === 'object' && 'error' in value ? String(value.error) : '';
}

describe('an expression over facts', () => {
  test.each([
    ['workerPids <= 3', true],
    ['workerPids == 3 && !hung', true],
    ['hung || workerPids > 3', false],
    ['size(output) == 3 && output.size() == workerPids', true],
    ['size(distinct(output)) == 2', true],
    ['size(distinct(same)) == 1', true],
    ['size(distinct([1, 1.0, "1"])) == 2', true],
    ['"b 2" in output && !("c 3" in output)', true],
    ['3 in numbers && workerPids in numbers', true],
    ['output[0] == "a 1" && output[workerPids - 1] == "a 1"', true],
    ['output.all(line, line.matches("^[a-z] [0-9]$"))', true],
    ['output.exists(line, line.startsWith("c"))', false],
    ['deaths.exists(death, death.signal == "SIGKILL")', true],
    ['tasksByPid.all(pid, size(tasksByPid[pid]) <= 2)', true],
    ['tasksByPid.exists(pid, 3 in tasksByPid[pid])', true],
    ['printed.total == 4 && printed["two words"] == 1', true],
    ['has(printed.total) && !has(printed.sum)', true],
    ['signal == null', true],
    ['output == ["a 1", "b 2", "a 1"]', true],
    ['numbers == [3, 1.5, 3]', true],
  ])('%s is %s', (text, value) => {
    expect(compiled(text).evaluate(FACTS)).toBe(value);
  });

  test.each([
    ['workerPids + 1', 4],
    ['1 + elapsedMs', 13.5],
    ['2 * elapsedMs - workerPids', 22],
    ['workerPids / 2', 1.5],
    ['1 / elapsedMs', 0.08],
    ['7 % workerPids', 1],
    ['workerPids % 2', 1],
    ['sum(numbers)', 7.5],
    ['sum([])', 0],
    ['sum(numbers) / size(numbers)', 2.5],
    ['max(numbers)', 3],
    ['min([2, 1.5])', 1.5],
    ['size(output)', 3],
    ['hung ? 1 : elapsedMs', 12.5],
  ])('whole and other numbers mix: %s is %s', (text, value) => {
    expect(compiled(text, 'number').evaluate(FACTS)).toBe(value);
  });

  test.each([
    'sum(numbers) == 7.5', 'sum([1, 2]) == 3', '3 == sum([1, 2])', 'max(numbers) != 4', 'max([1, 2]) >= 2', '1 + workerPids == 4',
    '1 == 1.0 && workerPids == 3.0', '1 + elapsedMs + elapsedMs == 26', 'numbers.map(n, 1 + n) == [4, 2.5, 4]',
    'size(output) + workerPids == 6 && 6 == workerPids + size(output)', '(hung ? 1 : workerPids) == 3', '-(1 + workerPids) == -4',
    'printed.total - 2 == {"two": 2}.two && [1 + workerPids, 4] == [4, 4]', 'size(output) < 3.5', 'size(output) / 2.0 == 1.5',
  ])('whole and other numbers are compared: %s', (text) => {
    expect(compiled(text).evaluate(FACTS)).toBe(true);
  });

  test('leaves the facts as they are', () => {
    const facts = structuredClone(FACTS);
    compiled('distinct(output).map(line, line + "!").size() == 2').evaluate(facts);
    expect(facts).toEqual(FACTS);
  });
});

describe('what a run cannot tell is an error and never false', () => {
  test.each([
    ['lostUpdates == 0', 'the run has no `lostUpdates`'],
    ['lostUpdates != 0', 'the run has no `lostUpdates`'],
    ['!(lostUpdates > 0)', 'the run has no `lostUpdates`'],
    ['printed.totl == 4', 'the run has no `printed.totl`'],
    ['deaths[3].pid == 7', 'the run has no `deaths[3]`'],
    ['output.all(line, line == other)', 'the run has no `other`'],
    ['workerPids == 3 && toString == 1', 'the run has no `toString`'],
    ['signal > 3', /no such overload/],
    ['workerPids', 'its value is not a boolean'],
    ['workerPids && true', /requires bool operands/],
    ['output[0].matches("(")', /Invalid regular expression/],
    ['max([]) > 1', 'the list is empty'],
    ['sum(output) > 1', '"a 1" in the list is no number'],
  ])('%s', (text, error) => {
    expect(errorOf(compiled(text).evaluate(FACTS))).toMatch(error);
  });

  test('unless it makes no difference', () => {
    expect(compiled('hung || lostUpdates == 0 || workerPids == 3').evaluate(FACTS)).toBe(true);
    expect(compiled('workerPids > 3 && lostUpdates == 0').evaluate(FACTS)).toBe(false);
  });

  test.each(['1.0 / 0', 'workerPids / 0'])('a number that is none: %s', (text) => {
    expect(compiled(text, 'number').evaluate(FACTS)).toEqual({ error: 'its value is not a number' });
  });

  test.each([
    ['a pattern that takes years', 'output.all(line, line.matches("^(a+)+$"))', { output: [`${'a'.repeat(60)}b`] }],
    ['loops within loops', 'l.all(a, l.all(b, l.all(c, l.all(d, true))))', { l: Array.from({ length: 2000 }, (_, index) => index) }],
  ])('%s ends', (_, text, facts) => {
    expect(compiled(text).evaluate(facts)).toEqual({ error: 'it took longer than 2 seconds' });
  });
});

describe('the names of an expression', () => {
  const names = (text: string): string[] => compiled(text).names.map(({ name, offset }) => `${name}@${offset}`);

  test.each([
    ['workerPids <= 3', ['workerPids@0']],
    ['a < 1 && b.c["d"].e > a', ['a@0', 'b.c.d.e@9', 'a@22']],
    ['deaths[0].signal == output[n]', ['deaths@0', 'output@20', 'n@27']],
    ['l.all(x, x > y) && x == 1', ['l@0', 'y@13', 'x@19']],
    ['l.map(x, x.a, x.b + y).exists(y, y == x)', ['l@0', 'y@20', 'x@38']],
    ['has(printed.total) ? max(a) == size(b) : [c] == {"k": d}.k', ['printed.total@4', 'a@25', 'b@36', 'c@42', 'd@54']],
    ['type(a) == int && list.int == 3', ['a@5', 'list.int@18']],
    ['"a" in ["b"] && true', []],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe('what is no expression is told, with its place', () => {
  test.each([
    ['', 0, /Unexpected token: EOF/],
    ['a <', 3, /Unexpected token: EOF/],
    ['a < 3 &', 6, /Unexpected character: &/],
    ['a = 3', 2, /Unexpected character: =/],
    ['"a', 0, /Unterminated string/],
    ['a < 3 and b', 6, /Unexpected/],
    ['a.nope()', 0, /no matching overload/],
    ['b && "a" + 1 == "b"', 5, /no such overload: string \+ int/],
    ['size(a)', 0, 'its value is of the type int, not a boolean'],
    ['"text"', 0, 'its value is of the type string, not a boolean'],
    ['[a]', 0, /of the type list/],
    ['cel.bind(x, a + a, x == 1)', 0, '`cel` means nothing here'],
    [`a == 1${' '.repeat(1000)}`, 1000, 'it is longer than 1000 characters'],
  ])('%j', (text, offset, error) => {
    const mistake = compileExpression(text, { returns: 'boolean' });
    expect(mistake).toMatchObject({ offset });
    expect(errorOf(mistake)).toMatch(error);
  });

  test('and so is a truth where a number is wanted', () => {
    expect(compileExpression('a == 1', { returns: 'number' })).toMatchObject({ error: 'its value is of the type bool, not a number' });
  });
});

const token = fc.constantFrom(
  'workerPids', 'output', 'printed.total', 'deaths[0]', 'nope', '1', '2.5', '"a 1"', 'true', 'null', '[1, 2]', '{"a": 1}', 'x',
  ' == ', ' != ', ' < ', ' && ', ' || ', ' in ', ' + ', ' / ', ' ? ', ' : ', '!', '-', '(', ')', '[', ']', '.', ',', '{', '}',
  'size(', 'distinct(', 'sum(', 'max(', 'has(', '.all(x, ', '.exists(x, ', '.map(x, ', '.filter(x, ', '.matches("', 'type(', 'cel.bind(x, ',
  '__proto__', 'constructor', '\n', '\\', '\u0000', '"""', 'b"', 'r"', '0x', '1e999', 'timestamp(', 'duration(', 'dyn(', 'optional.of(',
);
const anyExpression = fc.oneof(
  fc.array(token, { maxLength: 12 }).map((tokens) => tokens.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

test('any text is an expression or a mistake within it, and evaluating never throws', () => {
  fc.assert(fc.property(anyExpression, fc.constantFrom('boolean' as const, 'number' as const), fc.jsonValue(), (text, returns, fact) => {
    const expression = compileExpression(text, { returns });
    const isMistake = 'error' in expression;
    const offsets = isMistake ? [expression.offset] : expression.names.map(({ offset }) => offset);
    expect(offsets.filter((offset) => !(offset >= 0 && offset <= text.length))).toEqual([]);
    const values = isMistake ? [] : [FACTS, { workerPids: fact, output: fact, printed: fact }].map((facts) => expression.evaluate(facts));
    expect(values.filter((value) => typeof value !== returns && !(typeof value === 'object' && typeof value.error === 'string'))).toEqual([]);
  }), { numRuns: 2000 });
});
