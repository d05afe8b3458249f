import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followLines, LineSplitter, MAX_LINE_CHARACTERS, MAX_LINES } from '../../src/stage/output.js';

function split(...pieces: (string | Uint8Array)[]): string[] {
  const splitter = new LineSplitter();
  return [...pieces.flatMap((piece) => splitter.push(Buffer.from(piece))), ...splitter.end()];
}

describe('lines of output', () => {
  it.each([
    ['whole lines', ['a\nb\n'], ['a', 'b']],
    ['a last line without a newline', ['a\nb'], ['a', 'b']],
    ['empty lines', ['\n\na\n'], ['', '', 'a']],
    ['a line in pieces', ['a', 'b', 'c\n'], ['abc']],
    ['ends of lines as on Windows, in pieces', ['a\r', '\nb\r\n'], ['a', 'b']],
    ['nothing', [], []],
  ])('%s', (_, pieces, lines) => {
    expect(split(...pieces)).toEqual(lines);
  });

  it('are the same however the bytes arrive', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const bytes = Buffer.from(text.replaceAll(' ', '\n'));
      expect(split(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(split(bytes));
    }));
  });

  it('are cut where they are too long, and the next is whole', () => {
    const long = 'x'.repeat(MAX_LINE_CHARACTERS);
    expect(split(`${long}\nnext\n`)).toEqual([long, 'next']);
    for (const pieces of [[`${long}x\nnext`], [long, 'x', long, '\nnext']]) {
      expect(split(...pieces)).toEqual([`${long.slice(1)}…`, 'next']);
    }
  });

  it('are left out beyond a number, and this is said once', () => {
    const lines = split('\n'.repeat(MAX_LINES), 'more\n', 'and more\n', 'last');
    expect(lines).toHaveLength(MAX_LINES + 1);
    expect(lines.at(-1)).toMatch(/more than 10000 lines/);
    expect(split('\n'.repeat(MAX_LINES))).toHaveLength(MAX_LINES);
  });

  it('arrive when they are whole, and the last when nobody closes the stream', async () => {
    const stream = new PassThrough();
    const lines: string[] = [];
    const output = followLines(stream, (line) => lines.push(line));
    stream.write('one\ntwo');
    await new Promise(setImmediate);
    expect(lines).toEqual(['one']);
    await output.close(10);
    expect(lines).toEqual(['one', 'two']);
  });

  it('end with a stream that fails, which is no failure of ours', async () => {
    const stream = new PassThrough();
    const lines: string[] = [];
    const output = followLines(stream, (line) => lines.push(line));
    stream.write('one\ntwo');
    await new Promise(setImmediate);
    stream.destroy(Object.assign(new Error('read EIO'), { code: 'EIO' }));
    await output.close(10);
    expect(lines).toEqual(['one', 'two']);
  });
});
