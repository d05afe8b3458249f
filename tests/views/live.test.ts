import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { TraceEvent } from '../../src/trace/event.js';
import type { Source } from '../../src/views/contract.js';
import { showLive } from '../../src/views/index.js';
import { TerminalModel } from '../terminal/model.js';
import { Actor, born, parent, recording, sourceOf, wide } from './traces.js';

const subject = { title: 'pool', subtitle: '1 worker', source: 'const first = 1;\nconst second = 2;\n' };

/** A program that says what the test lets it say, until the test ends it. */
class Script {
  readonly #stream = new PassThrough({ objectMode: true });
  readonly source: Source = { events: this.#stream, ended: new Promise(() => {}) };

  say(...events: TraceEvent[]): void {
    for (const event of events) {
      this.#stream.write(event);
    }
  }

  end(): void {
    this.#stream.end();
  }
}

function show(source: Source, model: TerminalModel) {
  const controls = {
    stop: vi.fn<() => void>(),
    continue: vi.fn<() => void>(),
    kill: vi.fn<(pid: number) => void>(),
    leave: vi.fn<() => void>(),
  };
  const onInterrupt = vi.fn<() => void>();
  const io = { input: model.input, output: model.output, capabilities: wide, clock: () => 5e9 + 2e6, onInterrupt };
  return { controls, onInterrupt, shown: showLive(source, controls, subject, io) };
}

/** A view of a parent and a worker. */
async function watching(model = new TerminalModel()) {
  const script = new Script();
  const view = show(script.source, model);
  script.say(...born);
  await model.until(({ text }) => text.includes('107 worker 1'));
  const finish = async () => {
    script.end();
    return view.shown;
  };
  return { model, script, finish, ...view };
}

describe('a live view', () => {
  it('shows news at once, not with the next frame of the clock', async () => {
    const frames = vi.spyOn(globalThis, 'setInterval').mockReturnValue(setTimeout(() => {}));
    onTestFinished(() => frames.mockRestore());
    const { model, script, finish } = await watching();
    script.say(new Actor(100).instant(1, 'output', 'stdout', { text: 'some news' }));
    await model.until(({ text }) => text.includes('some news'));
    expect(await finish()).toHaveLength(born.length + 1);
  });

  it('shows the program while it runs, gives all events, and gives the terminal back', async () => {
    const { model, finish } = await watching();
    expect(model.isAlternate).toBe(true);
    expect(await finish()).toEqual(born);
    await model.settled();
    expect(model).toMatchObject({ text: '', isAlternate: false, isCursorVisible: true });
    expect(model.input.isRaw).toBe(false);
  });

  it('shows what happens when it happens', async () => {
    const { model, script, finish } = await watching();
    script.say(new Actor(107).span(1, 2, 'pool', 'task', { index: 3, value: '16' })[0]);
    await model.until(({ text }) => text.includes('computing item 4'));
    expect(await finish()).toHaveLength(born.length + 1);
  });

  it('fits itself to a terminal that changes its size', async () => {
    const { model, finish } = await watching();
    model.resize(40, 8);
    await model.until(({ rows }) => rows[7]?.endsWith('q leave') === true);
    expect(model.wrappedRows).toBe(0);
    await finish();
  });

  it('rejects when the terminal is gone, though the program goes on', async () => {
    const { model, shown } = await watching();
    model.output.destroy(Object.assign(new Error('write EIO'), { code: 'EIO' }));
    await expect(shown).rejects.toThrow('EIO');
    expect(model.input.isRaw).toBe(false);
  });

  it('gives the terminal back when the trace cannot be read', async () => {
    const model = new TerminalModel();
    const events = (async function* () {
      yield* born;
      throw new Error('EIO: the trace');
    })();
    await expect(show({ ...sourceOf([]), events }, model).shown).rejects.toThrow('the trace');
    await model.settled();
    expect(model).toMatchObject({ isAlternate: false, isCursorVisible: true });
  });

  it('leaves nothing behind that keeps a process alive or listens', async () => {
    const before = process.listenerCount('exit');
    const started = vi.spyOn(globalThis, 'setInterval');
    const ended = vi.spyOn(globalThis, 'clearInterval');
    const model = new TerminalModel();
    await show(sourceOf(recording('pool')), model).shown;
    expect(process.listenerCount('exit')).toBe(before);
    expect(ended.mock.calls).toEqual(started.mock.results.map(({ value }) => [value]));
    expect(started).toHaveBeenCalledOnce();
    expect(model.output.listenerCount('resize')).toBe(0);
  });
});

describe('keys', () => {
  it('stop and continue the program by turns', async () => {
    const { model, script, controls, finish } = await watching();
    model.press(' ');
    await vi.waitFor(() => expect(controls.stop).toHaveBeenCalledOnce());
    script.say(parent().instant(1, 'stage', 'stop'));
    await model.until(({ text }) => text.includes('stopped at 1.0 s'));
    model.press(' ');
    await vi.waitFor(() => expect(controls.continue).toHaveBeenCalledOnce());
    await finish();
  });

  it('kill the one that is chosen', async () => {
    const { model, script, controls, finish } = await watching();
    script.say(new Actor(108).named(1, 'worker 2', 100));
    await model.until(({ text }) => text.includes('108 worker 2'));
    model.press('k');
    await model.until(({ text }) => text.includes('kill which?') && text.includes(' 2 108 worker 2'));
    model.press('2');
    await vi.waitFor(() => expect(controls.kill).toHaveBeenCalledExactlyOnceWith(108));
    await model.until(({ text }) => !text.includes('kill which?'));
    await finish();
  });

  it('kill the one that had the number when the viewer was asked', async () => {
    const { model, script, controls, finish } = await watching();
    script.say(new Actor(108).named(1, 'worker 2', 100), new Actor(109).named(1, 'worker 3', 100));
    await model.until(({ text }) => text.includes('109 worker 3'));
    model.press('k');
    await model.until(({ text }) => text.includes(' 2 108 worker 2'));
    script.say(parent().instant(1.5, 'process', 'exit', { child: 107, code: 0, signal: null }));
    script.say(new Actor(110).named(1.6, 'worker 4', 100));
    await model.until(({ text }) => text.includes('110 worker 4'));
    expect(model.text).toContain(' 2 108 worker 2');
    model.press('2');
    await vi.waitFor(() => expect(controls.kill).toHaveBeenCalledExactlyOnceWith(108));
    await finish();
  });

  it('say what cannot be done until the next key, and the view goes on', async () => {
    const { model, script, controls, finish } = await watching();
    controls.kill.mockImplementation((pid) => {
      throw new Error(`Process ${pid} is not one of this program\u001b[2J.`);
    });
    model.press('k');
    await model.until(({ rows }) => rows.at(-1)?.includes('Process 107 is not one of this program') === true);
    script.say(new Actor(108).named(1, 'worker 2', 100));
    await model.until(({ text }) => text.includes('108 worker 2'));
    expect(model.text).toContain('is not one of this program');
    model.press('x');
    await model.until(({ rows }) => rows.at(-1)?.includes('q leave') === true);
    expect(await finish()).toHaveLength(born.length + 1);
  });

  it('show the source while the program goes on', async () => {
    const { model, script, finish } = await watching();
    model.press('s');
    await model.until(({ text }) => text.includes('1  const first = 1;'));
    script.say(new Actor(108).named(1, 'worker 2', 100));
    model.press('s');
    await model.until(({ text }) => text.includes('108 worker 2'));
    expect(model.text).not.toContain('const');
    await finish();
  });

  it('leave, and interrupt', async () => {
    const { model, controls, onInterrupt, finish } = await watching();
    model.press('q');
    await vi.waitFor(() => expect(controls.leave).toHaveBeenCalledOnce());
    model.press('\u0003');
    await vi.waitFor(() => expect(onInterrupt).toHaveBeenCalledOnce());
    await finish();
  });
});
