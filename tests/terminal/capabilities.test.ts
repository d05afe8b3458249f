import { describe, expect, it } from 'vitest';
import { capabilities } from '../../src/terminal/index.js';

const terminal = { isTTY: true, columns: 100, rows: 30, getColorDepth: () => 8 };
const pipe = {};
const utf8 = { LANG: 'en_GB.UTF-8' };

describe('colour', () => {
  it.each([
    ['a terminal', terminal, {}, {}, 2],
    ['a terminal that tells no depth', { isTTY: true }, {}, {}, 1],
    ['a terminal of 16 million colours', { ...terminal, getColorDepth: () => 24 }, {}, {}, 3],
    ['a pipe', pipe, {}, {}, 0],
    ['NO_COLOR', terminal, { NO_COLOR: '1' }, {}, 0],
    ['an empty NO_COLOR', terminal, { NO_COLOR: '' }, {}, 2],
    ['TERM=dumb', terminal, { TERM: 'dumb' }, {}, 0],
    ['--no-color', terminal, {}, { color: false }, 0],
    ['FORCE_COLOR through a pipe', pipe, { FORCE_COLOR: '1' }, {}, 1],
    ['FORCE_COLOR=3 through a pipe', pipe, { FORCE_COLOR: '3' }, {}, 3],
    ['FORCE_COLOR=0 on a terminal', terminal, { FORCE_COLOR: '0' }, {}, 0],
    ['FORCE_COLOR before NO_COLOR, as in Node', pipe, { FORCE_COLOR: '1', NO_COLOR: '1' }, {}, 1],
    ['--no-color before FORCE_COLOR', terminal, { FORCE_COLOR: '1' }, { color: false }, 0],
  ])('%s', (_, stream, env, flags, level) => {
    expect(capabilities(stream, env, flags).colour).toBe(level);
  });
});

describe('unicode', () => {
  it.each([
    [{ LANG: 'C.UTF-8' }, true],
    [{ LANG: 'de_DE.utf8' }, true],
    [{ LANG: 'de_DE.ISO-8859-1' }, false],
    [{ LC_ALL: 'C', LC_CTYPE: 'en_GB.UTF-8', LANG: 'en_GB.UTF-8' }, false],
    [{ LC_CTYPE: 'en_GB.UTF-8', LANG: 'C' }, true],
    [{ LC_ALL: '', LANG: 'en_GB.UTF-8' }, true],
    [{}, false],
  ])('%o: %s', (env, unicode) => {
    expect(capabilities(terminal, env).unicode).toBe(unicode);
  });
});

describe('size', () => {
  it('is that of the terminal, however small', () => {
    expect(capabilities({ isTTY: true, columns: 7, rows: 2 }, utf8)).toMatchObject({ columns: 7, rows: 2 });
  });

  it.each([0, undefined])('is 80 by 24 where the terminal reports %s', (nothing) => {
    const stream = nothing === undefined ? { isTTY: true } : { isTTY: true, columns: nothing, rows: nothing };
    expect(capabilities(stream, utf8)).toMatchObject({ columns: 80, rows: 24 });
  });
});

describe('animated', () => {
  it.each([
    ['a terminal', terminal, {}, true],
    ['a pipe', pipe, {}, false],
    ['a build server', terminal, { CI: 'true' }, false],
    ['CI=0', terminal, { CI: '0' }, true],
    ['a terminal without a cursor', terminal, { TERM: 'dumb' }, false],
  ])('%s', (_, stream, env, animated) => {
    expect(capabilities(stream, env).animated).toBe(animated);
  });
});
