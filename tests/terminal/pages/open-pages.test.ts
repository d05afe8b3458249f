import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openPages, type Pages } from '../../../src/terminal/pages/index.js';
import { wrap } from '../../../src/terminal/wrap.js';
import { TerminalModel } from '../model.js';
import { pageOf } from './reader.js';

const look = { terminal: true, colour: 0, unicode: true, columns: 80, rows: 24, animated: true } as const;

function open(model: TerminalModel): Pages {
  const pages = openPages(model, look);
  onTestFinished(() => pages.close());
  return pages;
}

const shows = (text: string) => (model: TerminalModel) => model.text.includes(text);

describe('pages', () => {
  it('are shown one after the other, each until it is left', async () => {
    const model = new TerminalModel(40, 10);
    const pages = open(model);
    const first = pages.show(pageOf(2));
    await model.until(shows('line 2'));
    expect(model).toMatchObject({ isAlternate: true, isCursorVisible: false });
    model.press('\r');
    await expect(first).resolves.toEqual({ how: 'forward' });
    const second = pages.show(pageOf(9, { choices: { items: ['a', 'b'], many: false } }), 'end');
    await model.until(shows('▸ 1  a'));
    expect(model.text).not.toContain('line 2\n');
    model.press('\u001b[B\r');
    await expect(second).resolves.toEqual({ how: 'chosen', indices: [1] });
    expect(model.wrappedRows).toBe(0);
  });

  it('follow the keys', async () => {
    const model = new TerminalModel(40, 10);
    const left = open(model).show(pageOf(20));
    await model.until(shows('line 6 of 20'));
    model.press(' ');
    await model.until(shows('line 12 of 20'));
    model.press('q');
    await expect(left).resolves.toEqual({ how: 'quit' });
  });

  it('follow the size of the terminal', async () => {
    const model = new TerminalModel(40, 10);
    const left = open(model).show(pageOf(0, { body: (columns) => wrap('word '.repeat(80), columns) }));
    await model.until(shows('line 6 of 12'));
    model.resize(80, 20);
    await model.until((model) => model.rows[19]?.includes('Enter next') === true);
    expect(model.rows[2]).toHaveLength(' word'.length * 15);
    model.press('\u0003');
    await expect(left).resolves.toEqual({ how: 'interrupt' });
  });

  it('can be replaced by another version, which is read on at the same lines', async () => {
    const model = new TerminalModel(40, 10);
    const pages = open(model);
    pages.replace(pageOf(3));
    const left = pages.show(pageOf(20));
    await model.until(shows('line 6 of 20'));
    model.press(' ');
    await model.until(shows('line 12 of 20'));
    pages.replace(pageOf(21));
    await model.until(shows('line 12 of 21'));
    model.press('q');
    await expect(left).resolves.toEqual({ how: 'quit' });
  });

  it('can be replaced by another version, which is read from the top', async () => {
    const model = new TerminalModel(40, 10);
    const pages = open(model);
    const left = pages.show(pageOf(20));
    await model.until(shows('line 6 of 20'));
    model.press(' ');
    await model.until(shows('line 12 of 20'));
    pages.replace(pageOf(21), 'top');
    await model.until(shows('line 6 of 21'));
    model.press('q');
    await expect(left).resolves.toEqual({ how: 'quit' });
  });

  it('are read on at the same text in another version, with the same choice', async () => {
    const model = new TerminalModel(60, 10);
    const pages = open(model);
    const choices = { items: ['a', 'b'], many: false };
    const keys = [{ key: 'c', does: 'code' }];
    const first = pages.show(pageOf(20, { choices, keys }));
    await model.until(shows('line 6 of 23'));
    model.press('\u001b[F\u001b[Bc');
    await expect(first).resolves.toEqual({ how: 'key', key: 'c' });
    const code = Array.from({ length: 5 }, (_, index) => `code ${index + 1}`);
    const body = () => [...code, ...Array.from({ length: 20 }, (_, index) => `line ${index + 1}`)];
    const second = pages.show(pageOf(0, { body, choices, keys, forward: 'answer' }), 'same');
    await model.until(shows('Enter answer'));
    expect(model.rows[2]).toBe(' line 18');
    expect(model.text).toContain('▸ 2  b');
    model.press('\r');
    await expect(second).resolves.toEqual({ how: 'chosen', indices: [1] });
  });

  it('draw the body once for a width', async () => {
    const model = new TerminalModel(40, 10);
    const body = vi.fn<() => string[]>(() => ['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    const left = open(model).show(pageOf(0, { body }));
    await model.until(shows('line 6 of 7'));
    model.press(' ');
    await model.until(shows('line 7 of 7'));
    expect(body).toHaveBeenCalledOnce();
    expect(body).toHaveBeenCalledWith(38);
    model.press('q');
    await left;
  });
});

describe('keys', () => {
  it('act once, also when they come faster than pages', async () => {
    const model = new TerminalModel(40, 10);
    const pages = open(model);
    const first = pages.show(pageOf(2));
    await model.until(shows('line 2'));
    model.press('\r\r\r');
    await expect(first).resolves.toEqual({ how: 'forward' });
    let isLeft = false;
    const second = pages.show(pageOf(3)).finally(() => {
      isLeft = true;
    });
    await model.until(shows('line 3'));
    expect(isLeft).toBe(false);
    model.press('q');
    await expect(second).resolves.toEqual({ how: 'quit' });
  });

  it('do nothing to a page that is left', async () => {
    const model = new TerminalModel(40, 10);
    const left = open(model).show(pageOf(20));
    await model.until(shows('line 6 of 20'));
    model.press('q ');
    await left;
    await model.settled();
    expect(model.text).toContain('line 6 of 20');
  });

  it('are not for a page if they were typed before it, while the terminal was ours or not', async () => {
    const model = new TerminalModel(40, 10);
    const pages = open(model);
    const first = pages.show(pageOf(1));
    await model.until(shows('line 1'));
    model.press('n');
    await first;
    model.press('q');
    const second = pages.show(pageOf(2));
    await model.until(shows('line 2'));
    model.press('n');
    await expect(second).resolves.toEqual({ how: 'forward' });
    pages.suspend();
    model.press('q');
    const third = pages.show(pageOf(3));
    await model.until(shows('line 3'));
    model.press('n');
    await expect(third).resolves.toEqual({ how: 'forward' });
  });
});

describe('the terminal', () => {
  it('is given back in between, and taken again by the next page', async () => {
    const model = new TerminalModel(40, 10);
    model.output.write('$ mp-tutor learn\n');
    const pages = open(model);
    const first = pages.show(pageOf(2));
    await model.until(shows('line 2'));
    model.press('n');
    await first;
    pages.suspend();
    await model.settled();
    expect(model.text).toBe('$ mp-tutor learn');
    expect(model).toMatchObject({ isAlternate: false, isCursorVisible: true });
    expect(model.input).toMatchObject({ isRaw: false, readableFlowing: false });
    const second = pages.show(pageOf(3));
    await model.until(shows('line 3'));
    model.press('b');
    model.press('q');
    await expect(second).resolves.toEqual({ how: 'quit' });
  });

  it('is given back during a page', async () => {
    const model = new TerminalModel(40, 10);
    const pages = open(model);
    const left = pages.show(pageOf(20));
    await model.until(shows('line 6 of 20'));
    pages.suspend();
    await model.settled();
    expect(model.text).toBe('');
    pages.close();
    await expect(left).resolves.toEqual({ how: 'quit' });
  });

  it('has nobody listening to it after the end', async () => {
    const model = new TerminalModel(40, 10);
    const listeners = () => [
      ...model.input.eventNames().map((name) => [name, model.input.listenerCount(name)]),
      ...['resize', 'drain'].map((name) => [name, model.output.listenerCount(name)]),
    ];
    const once = openPages(model, look);
    void once.show(pageOf(1));
    await model.until(shows('line 1'));
    once.close();
    const before = listeners();
    const again = openPages(model, look);
    const left = again.show(pageOf(2));
    await model.until(shows('line 2'));
    again.close();
    again.close();
    await expect(left).resolves.toEqual({ how: 'quit' });
    expect(listeners()).toEqual(before);
  });

  it.each([
    ['cannot be written to', (model: TerminalModel) => model.output.destroy(new Error('EIO'))],
    ['reports an error', (model: TerminalModel) => model.output.emit('error', new Error('EIO'))],
    ['cannot be read', (model: TerminalModel) => model.input.destroy(new Error('EIO'))],
    ['has hung up', (model: TerminalModel) => model.input.end()],
  ])('that %s is left, and no other page is shown', async (_, lose) => {
    const model = new TerminalModel(40, 10);
    const pages = open(model);
    const left = pages.show(pageOf(2));
    await model.until(shows('line 2'));
    lose(model);
    await expect(left).resolves.toEqual({ how: 'quit' });
    await expect(pages.show(pageOf(3))).resolves.toEqual({ how: 'quit' });
    expect(model.input.isRaw).toBe(false);
  });

  it('must be one: without a keyboard there is nothing to wait for', async () => {
    const { output } = new TerminalModel(40, 10);
    await expect(openPages({ input: new PassThrough(), output }, look).show(pageOf(2))).resolves.toEqual({ how: 'quit' });
  });

  it('that was too slow for a frame gets it when it is ready', async () => {
    const model = new TerminalModel(40, 10);
    const left = open(model).show(pageOf(20));
    await model.until(shows('line 6 of 20'));
    const busy = vi.spyOn(model.output, 'writableNeedDrain', 'get').mockReturnValue(true);
    model.press(' ');
    await model.settled();
    expect(model.text).toContain('line 6 of 20');
    busy.mockRestore();
    model.output.emit('drain');
    await model.until(shows('line 12 of 20'));
    model.press('q');
    await left;
  });
});
