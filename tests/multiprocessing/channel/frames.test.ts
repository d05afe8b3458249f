import fc from 'fast-check';
import { expect, it } from 'vitest';
import { frame, FrameReader, type Message } from '../../../src/multiprocessing/channel/frames.js';

const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
const payload: fc.Arbitrary<Message['payload']> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 100 }).map((text) => JSON.stringify(text)),
  bytes,
  bytes.map((buffer) => ({ bytes: buffer })),
);

const framed = (payloads: readonly Message['payload'][]): Buffer =>
  Buffer.concat(payloads.flatMap((each, index) => frame(each, 4711, index + 1)));

const text = (payload: Message['payload']): string =>
  typeof payload === 'string' ? payload : ('bytes' in payload ? payload.bytes : payload).toString('latin1');

it('puts messages together again wherever the stream of bytes is cut', () => {
  fc.assert(fc.property(fc.array(payload), fc.array(fc.integer({ min: 1, max: 64 })), (payloads, cuts) => {
    const reader = new FrameReader();
    const stream = framed(payloads);
    const messages: Message[] = [];
    for (let at = 0, piece = 0; at < stream.length; piece++) {
      const size = cuts[piece] ?? stream.length;
      const copy = Buffer.from(stream.subarray(at, at + size));
      messages.push(...reader.push(copy));
      copy.fill(0xff); // a socket uses the memory of a piece again
      at += size;
    }
    expect(messages.map((message) => message.payload)).toEqual(payloads);
    expect(messages.map(({ id }) => id)).toEqual(payloads.map((_, index) => `4711.${index + 1}`));
    expect(reader.isInside).toBe(false);
  }));
});

it('puts the same together when pieces are read to where it wants them, and lets go of what it has given', () => {
  const large = fc.integer({ min: 0, max: 40_000 }).map((length) => ({ bytes: Buffer.alloc(length, `${length} `) }));
  fc.assert(fc.property(fc.array(fc.oneof(payload, large), { maxLength: 8 }), fc.array(fc.integer({ min: 1, max: 40_000 })), (payloads, sizes) => {
    const reader = new FrameReader();
    const stream = framed(payloads);
    const messages: Message[] = [];
    for (let at = 0, piece = 0; at < stream.length; piece++) {
      const { room } = reader;
      const part = stream.subarray(at, at + Math.min(sizes[piece] ?? room.length, room.length));
      room.set(part);
      messages.push(...reader.push(room.subarray(0, part.length)));
      at += part.length;
    }
    reader.room.fill(0xff);
    expect(messages.map((message) => text(message.payload))).toEqual(payloads.map(text));
    expect(reader.isInside).toBe(false);
  }), { numRuns: 50 });
});

it('says after every byte but the last of a message that it is inside of one', () => {
  const reader = new FrameReader();
  const stream = framed(['{"a":1}']);
  for (const [index, byte] of stream.entries()) {
    const messages = [...reader.push(Uint8Array.of(byte))];
    expect([messages.length, reader.isInside]).toEqual(index < stream.length - 1 ? [0, true] : [1, false]);
  }
});

it('takes a message without a payload, and one that fills many pieces', () => {
  const large = Buffer.alloc(5 << 20, 'x');
  const reader = new FrameReader();
  const stream = framed([{ bytes: Buffer.alloc(0) }, { bytes: large }]);
  const messages: Message[] = [];
  for (let at = 0; at < stream.length; at += 65_536) {
    messages.push(...reader.push(stream.subarray(at, at + 65_536)));
  }
  expect(messages.map((message) => message.bytes)).toEqual([0, large.length]);
  const [, last] = messages.map(({ payload: body }) => body);
  expect(typeof last === 'object' && 'bytes' in last && last.bytes.equals(large)).toBe(true);
});
