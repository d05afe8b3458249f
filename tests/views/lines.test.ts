import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../src/trace/event.js';
import { showJson, showLines } from '../../src/views/index.js';
import { ascii, born, narrow, parent, recorded, recording, sourceOf, wide, worker } from './traces.js';

/** All that a view writes. */
class Paper extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
/** A pipe whose reader has gone. */
const closed = () => new Writable({ write: (_, __, done) => done(new Error('write EPIPE')) });

async function linesOf(events: readonly TraceEvent[], capabilities = wide): Promise<string[]> {
  const output = new Paper();
  await showLines(sourceOf(events), { output, capabilities });
  return output.text.split('\n').slice(0, -1);
}
const task = worker().span(1.25, 2, 'pool', 'task', { index: 3, value: '16' }, { value: '256' });

describe('lines', () => {
  it('have seconds, PID, name and words, aligned', async () => {
    expect(await linesOf([...born, ...task])).toEqual([
      '   0.000    100 main       is running as main, a child of 99',
      '   0.000    107 worker 1   was started by 100',
      '   0.100    107 worker 1   is running as worker 1, a child of 100',
      '   1.250    107 worker 1   starts item 4: 16',
      '   2.000    107 worker 1   finishes its item, result 256',
    ]);
  });

  it('come in the order in which the events came', async () => {
    const [first, second] = [parent().instant(2, 'program', 'two'), parent().instant(1, 'program', 'one')];
    expect(await linesOf([first, second])).toEqual([expect.stringContaining('two'), expect.stringContaining('-1.000')]);
  });

  it('are wrapped below their words on a narrow terminal', async () => {
    expect(await linesOf(born.slice(0, 1), narrow)).toEqual([
      '   0.000    100 main       is running as main, a',
      '                           child of 99',
    ]);
  });

  it('are never wrapped through a pipe', async () => {
    const text = 'word '.repeat(50).trim();
    const printed = parent().instant(0, 'output', 'stdout', { text });
    const lines = await linesOf([printed], { ...wide, terminal: false });
    expect(lines).toEqual([`   0.000    100 program    prints: ${text}`]);
  });

  it('are ASCII where the locale is not UTF-8', async () => {
    const printed = parent().instant(0, 'output', 'stdout', { text: 'é → 漢' });
    expect(await linesOf([printed], ascii)).toEqual(['   0.000    100 program    prints: e > ??']);
  });
});

type Show = (events: readonly TraceEvent[], output: Writable) => Promise<TraceEvent[]>;
const linesInto: Show = async (events, output) => showLines(sourceOf(events), { output, capabilities: wide });
const jsonInto: Show = async (events, output) => showJson(sourceOf(events), { output });

describe.each([
  ['lines', linesInto],
  ['JSON', jsonInto],
])('%s', (_, show) => {
  it('give all events', async () => {
    expect(await show([...born, ...task], new Paper())).toEqual([...born, ...task]);
  });

  it('reject when nobody reads any more', async () => {
    await expect(show(born, closed())).rejects.toThrow('EPIPE');
  });

  it('wait for a slow reader', async () => {
    let isBusy = false;
    const slow = new Writable({
      write(_, __, done) {
        expect(isBusy).toBe(false);
        isBusy = true;
        setImmediate(() => {
          isBusy = false;
          done();
        });
      },
    });
    await show([...born, ...task], slow);
    expect(slow.writableLength).toBe(0);
  });
});

describe('JSON', () => {
  it.each(recorded)('of %s is one event a line, as it was recorded', async (name) => {
    const output = new Paper();
    await showJson(sourceOf(recording(name)), { output });
    expect(output.text.trim().split('\n').map((line) => JSON.parse(line))).toEqual(recording(name));
  });
});
