import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../src/trace/event.js';
import { parseLine, TraceReader } from '../../src/trace/reader.js';

const args = { text: 'ü進"}{\\' };
const instant: TraceEvent = { ph: 'i', cat: 'program', name: 'mark', pid: 7, tid: 7, ts: 1.5, args };
const begin: TraceEvent = { ...instant, ph: 'b', id: '7000001', args: {} };
const line = (event: object): string => `\n${JSON.stringify(event)}`;

function readPieces(pieces: readonly Uint8Array[]): { events: TraceEvent[]; tornLines: number } {
  const reader = new TraceReader();
  const events = pieces.flatMap((piece) => reader.push(piece));
  reader.end();
  return { events, tornLines: reader.tornLines };
}

const read = (text: string): { events: TraceEvent[]; tornLines: number } => readPieces([Buffer.from(text)]);

function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b);
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

describe('parseLine', () => {
  it('gives an event of each kind', () => {
    const end: TraceEvent = { ...begin, ph: 'e' };
    const kinds: TraceEvent[] = [instant, begin, end, { ...instant, ph: 'C' }, { ...instant, ph: 'M' }];
    expect(kinds.map((event) => parseLine(JSON.stringify(event)))).toEqual(kinds);
  });

  it('drops unknown fields, and an id where there is none', () => {
    expect(parseLine(JSON.stringify({ ...instant, id: '1', dur: 3, s: 't' }))).toEqual(instant);
  });

  it('takes missing args for empty ones', () => {
    const { args: _, ...rest } = instant;
    expect(parseLine(JSON.stringify(rest))).toEqual({ ...instant, args: {} });
  });

  it.each([
    ['an unknown phase', { ph: 'X' }],
    ['a PID that is text', { pid: '7' }],
    ['a PID of 0', { pid: 0 }],
    ['a broken tid', { tid: 1.5 }],
    ['no time', { ts: undefined }],
    ['no category', { cat: undefined }],
    ['a name that is no text', { name: 3 }],
    ['args that are a list', { args: [1] }],
    ['args that are null', { args: null }],
    ['args that are text', { args: 'text' }],
  ])('refuses %s', (_, change) => {
    expect(parseLine(JSON.stringify({ ...instant, ...change }))).toBeUndefined();
  });

  it('refuses a time too large for a number', () => {
    expect(parseLine(JSON.stringify(instant).replace('1.5', '1e999'))).toBeUndefined();
  });

  it.each([['none', undefined], ['empty', ''], ['a number', 1], ['not hexadecimal', 'span']])(
    'refuses a span whose id is %s', (_, id) => {
      expect(parseLine(JSON.stringify({ ...begin, id }))).toBeUndefined();
    });

  it.each(['', ' ', 'null', '[]', '1', '{', '{}', '{"ph":"i"', `${JSON.stringify(instant)}x`])('refuses %j', (text) => {
    expect(parseLine(text)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseLine(text)));
  });
});

describe('TraceReader', () => {
  it('gives the last event before its line ends, and only once', () => {
    const reader = new TraceReader();
    expect(reader.push(Buffer.from(line(instant)))).toEqual([instant]);
    expect(reader.push(Buffer.from('\n'))).toEqual([]);
    reader.end();
    expect(reader.tornLines).toBe(0);
  });

  it('counts a torn line, and reads the next writer\'s', () => {
    expect(read(`${line(instant).slice(0, 30)}${line(begin)}`)).toEqual({ events: [begin], tornLines: 1 });
  });

  it('counts a line that stays torn at the end', () => {
    expect(read(`${line(instant)}${line(begin).slice(0, -1)}`)).toEqual({ events: [instant], tornLines: 1 });
  });

  it('keeps an event to which a torn line sticks', () => {
    expect(read(`${line(instant)}{"ph":"i"${line(begin)}`)).toEqual({ events: [instant, begin], tornLines: 1 });
  });

  it('takes no notice of empty lines', () => {
    expect(read(`\n\n \r\n${line(instant)}\r\n\n`)).toEqual({ events: [instant], tornLines: 0 });
  });

  it('counts a line once, however much is wrong with it', () => {
    expect(read('\n{bad}{worse}}{"\n')).toEqual({ events: [], tornLines: 1 });
  });

  it('reads the same from any pieces, whatever is in them', () => {
    const piece = fc.constantFrom('\n', '{"ph":', '}', '"', '\\', '{}', ' \r\n');
    const text = fc.oneof(fc.string({ unit: 'binary' }), piece);
    const event = fc.record({ args: fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()) })
      .map(({ args }) => line({ ...instant, args }));
    const bytes = fc.array(fc.oneof(text, event, fc.constant(line(begin))), { maxLength: 12 })
      .map((parts) => Buffer.from(parts.join('')));
    const garbage = fc.uint8Array({ maxLength: 200 });
    fc.assert(fc.property(fc.oneof(bytes, garbage), fc.array(fc.nat()), (input, places) => {
      expect(readPieces(cut(input, places))).toEqual(readPieces([input]));
    }), { numRuns: 500 });
  });

  it('gives back every event that was written, in order, byte by byte', () => {
    const events = fc.array(fc.record({ args: fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()) }));
    fc.assert(fc.property(events, (list) => {
      const written = list.map(({ args }) => JSON.parse(JSON.stringify({ ...instant, args })) as TraceEvent);
      const bytes = Buffer.from(written.map(line).join(''));
      const { events: got, tornLines } = readPieces(cut(bytes, [...bytes.keys()]));
      expect(got).toEqual(written);
      expect(tornLines).toBe(0);
    }), { numRuns: 50 });
  });
});
