import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { write } from '../../src/terminal/index.js';

it('waits until the stream has taken the text', async () => {
  const taken: string[] = [];
  const slow = new Writable({
    decodeStrings: false,
    write(text: string, _, done) {
      setImmediate(() => {
        taken.push(text);
        done();
      });
    },
  });
  await write(slow, 'one');
  expect(taken).toEqual(['one']);
});

it('rejects when the reader is gone, and each time again', async () => {
  const closed = new Writable({
    write: (_, __, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
  });
  await expect(write(closed, 'one')).rejects.toThrow('EPIPE');
  await expect(write(closed, 'two')).rejects.toThrow(/./);
});
