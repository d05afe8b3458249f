import { describe, expect, it } from 'vitest';
import { EventStream, MAX_UNREAD } from '../../src/stage/event-stream.js';
import type { TraceEvent } from '../../src/trace/event.js';

const event = (ts: number): TraceEvent => ({ ph: 'i', cat: 'program', name: 'step', pid: 7, tid: 7, ts, args: {} });

function streamOf(count: number): EventStream {
  const stream = new EventStream(5);
  for (let ts = 0; ts < count; ts += 1) {
    stream.add(event(ts));
  }
  return stream;
}

describe('events that nobody reads', () => {
  it('wait up to a number; then a line of output says that some are left out', async () => {
    const stream = streamOf(MAX_UNREAD + 1000);
    stream.finish();
    const read: TraceEvent[] = await stream.toArray();
    expect(read).toHaveLength(MAX_UNREAD + 1);
    expect(read.at(-2)).toEqual(event(MAX_UNREAD - 1));
    const args = { text: '(more than 200000 events wait to be read: some are left out)' };
    expect(read.at(-1)).toEqual({ ...event(MAX_UNREAD), cat: 'output', name: 'stderr', pid: 5, tid: 5, args });
  });

  it('are all there up to that number', async () => {
    const stream = streamOf(MAX_UNREAD);
    stream.finish();
    expect((await stream.toArray()).at(-1)).toEqual(event(MAX_UNREAD - 1));
  });
});

it('goes on when the reader has caught up', async () => {
  const stream = streamOf(MAX_UNREAD + 10);
  while (stream.read() !== null) {
    // Only what comes afterwards counts.
  }
  stream.add(event(1e9));
  stream.finish();
  expect(await stream.toArray()).toEqual([event(1e9)]);
});

it('takes no more when the reader has gone', () => {
  const stream = streamOf(1);
  stream.destroy();
  stream.add(event(1));
  expect(stream.readableLength).toBe(1);
});
