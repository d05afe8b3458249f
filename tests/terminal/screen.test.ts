import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openScreen, type Screen } from '../../src/terminal/index.js';
import { TerminalModel } from './model.js';

function open(model: TerminalModel, events: { onKey?: (key: string) => void; onError?: (error: Error) => void } = {}) {
  const onResize = vi.fn<() => void>();
  const screen: Screen = openScreen(model, { onKey: () => {}, onError: () => {}, ...events, onResize });
  onTestFinished(() => screen.close());
  return { screen, onResize };
}

/** Who listens to what, to be compared. */
function listeners(model: TerminalModel) {
  const { input, output } = model;
  return [input.listenerCount('keypress'), output.listenerCount('resize'), process.listenerCount('exit')];
}

describe('a screen', () => {
  it('shows lines from the top, beside what the terminal showed before', async () => {
    const model = new TerminalModel();
    model.output.write('$ mp-tutor demo pool\n');
    const { screen } = open(model);
    screen.draw(['one', '', 'three']);
    await model.settled();
    expect(model.text).toBe('one\n\nthree');
    expect(model.isAlternate).toBe(true);
    expect(model.isCursorVisible).toBe(false);
  });

  it('leaves nothing of a longer frame', async () => {
    const model = new TerminalModel();
    const { screen } = open(model);
    screen.draw(['a long line', 'second', 'third']);
    screen.draw(['short']);
    await model.settled();
    expect(model.text).toBe('short');
  });

  it('shows a line as wide as the terminal in full, and no line on a second row', async () => {
    const model = new TerminalModel(10, 3);
    const { screen } = open(model);
    screen.draw(['0123456789', '0123456789too wide', 'c']);
    await model.settled();
    expect(model.rows).toEqual(['0123456789', expect.stringMatching(/^012345678/), 'c']);
    expect(model.wrappedRows).toBe(0);
  });

  it('clears nothing behind a full line, which would take its last character away on some terminals', () => {
    const model = new TerminalModel(10, 3);
    const { screen } = open(model);
    const write = vi.spyOn(model.output, 'write');
    screen.draw(['0123456789']);
    expect(write.mock.lastCall?.[0]).not.toContain('\u001b[K');
  });

  it('drops rows that a terminal has no room for, without scrolling', async () => {
    const model = new TerminalModel(10, 2);
    const { screen } = open(model);
    screen.draw(['a', 'b', 'c']);
    await model.settled();
    expect(model.rows).toEqual(['a', 'b']);
  });

  it('writes nothing while nothing changes', () => {
    const model = new TerminalModel();
    const { screen } = open(model);
    screen.draw(['same']);
    const write = vi.spyOn(model.output, 'write');
    screen.draw(['same']);
    expect(write).not.toHaveBeenCalled();
  });

  it('skips frames that a slow terminal cannot take', () => {
    const model = new TerminalModel();
    const { screen } = open(model);
    vi.spyOn(model.output, 'writableNeedDrain', 'get').mockReturnValue(true);
    const write = vi.spyOn(model.output, 'write');
    screen.draw(['late']);
    expect(write).not.toHaveBeenCalled();
  });

  it('is empty after a resize, asks for a new frame and shows it in full', async () => {
    const model = new TerminalModel(40, 5);
    const { screen, onResize } = open(model);
    screen.draw(['first', 'second']);
    model.resize(20, 3);
    expect(onResize).toHaveBeenCalledOnce();
    expect(screen.size()).toEqual({ columns: 20, rows: 3 });
    screen.draw(['first', 'second']);
    await model.settled();
    expect(model.text).toBe('first\nsecond');
  });
});

describe('closing', () => {
  it('gives the terminal back as it was', async () => {
    const model = new TerminalModel();
    const before = listeners(model);
    model.output.write('$ mp-tutor demo pool\n');
    const { screen } = open(model);
    screen.draw(['live']);
    expect(model.input.isRaw).toBe(true);
    screen.close();
    await model.settled();
    expect(model.text).toBe('$ mp-tutor demo pool');
    expect(model).toMatchObject({ isAlternate: false, isCursorVisible: true, wrapsLines: true });
    expect(model.input).toMatchObject({ isRaw: false, readableFlowing: false });
    expect(listeners(model)).toEqual(before);
  });

  it('happens once, however often it is asked for', () => {
    const model = new TerminalModel();
    const { screen } = open(model);
    screen.close();
    const write = vi.spyOn(model.output, 'write');
    screen.close();
    screen.draw(['after']);
    expect(write).not.toHaveBeenCalled();
  });

  it('happens when the process exits', async () => {
    const model = new TerminalModel();
    const others = process.listeners('exit');
    open(model);
    const added = process.listeners('exit').filter((listener) => !others.includes(listener));
    expect(added).toHaveLength(1);
    added[0]?.(0);
    await model.settled();
    expect(model).toMatchObject({ isAlternate: false, isCursorVisible: true });
    expect(model.input.isRaw).toBe(false);
  });

  it('happens when the terminal is gone, and is told', async () => {
    const model = new TerminalModel();
    const failure = new Promise<Error>((resolve) => {
      open(model, { onError: resolve });
    });
    model.output.destroy(new Error('EIO'));
    await expect(failure).resolves.toMatchObject({ message: 'EIO' });
    expect(model.input.isRaw).toBe(false);
  });
});

describe('keys', () => {
  it.each([
    ['q', 'q'],
    ['3', '3'],
    [' ', 'space'],
    ['\r', 'return'],
    ['\u001b[A', 'up'],
    ['\u001b[6~', 'pagedown'],
    ['\u0003', 'ctrl-c'],
    ['?', '?'],
    ['é', 'é'],
  ])('%j is called %s', async (sent, name) => {
    const model = new TerminalModel();
    const pressed = new Promise<string>((resolve) => {
      open(model, { onKey: resolve });
    });
    model.press(sent);
    await expect(pressed).resolves.toBe(name);
  });

  it('are not looked for in an input that is no terminal', () => {
    const model = new TerminalModel();
    const input = new PassThrough();
    const events = { onKey: () => {}, onResize: () => {}, onError: () => {} };
    const screen = openScreen({ input, output: model.output }, events);
    onTestFinished(() => screen.close());
    expect(input.readableFlowing).toBeNull();
    expect(input.listenerCount('keypress')).toBe(0);
  });
});
