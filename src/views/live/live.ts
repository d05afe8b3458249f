import { type KeyInput, openScreen, paint, present, type ScreenOutput } from '../../terminal/index.js';
import type { TraceEvent } from '../../trace/event.js';
import type { Controls, Source, Subject, ViewOutput } from '../contract.js';
import { reduce } from '../scene/reduce.js';
import { emptyScene } from '../scene/scene.js';
import { bodyRows, render } from './frame.js';
import { type Action, type Mode, press, watching } from './mode.js';
import { sourceLines } from './source.js';

export interface LiveIo extends Pick<ViewOutput, 'capabilities'> {
  readonly input: KeyInput;
  readonly output: ScreenOutput;
  /** Now, in µs of the trace's clock. */
  clock(): number;
  /** Ctrl-C, which the terminal sends as a key and not as a signal while a live view is open. */
  onInterrupt(): void;
}

const FRAME_MS = 50;
/** News is shown as soon as this is over since the last frame. */
const NEWS_MS = 20;

/**
 * Shows a program on the whole screen while it runs, and obeys the keys. Resolves at the end of the events, when the
 * terminal is as it was; rejects when the terminal is gone.
 */
export async function showLive(
  source: Source,
  controls: Controls,
  subject: Subject,
  io: LiveIo,
): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const style = paint(io.capabilities.colour);
  let scene = emptyScene;
  let mode: Mode = watching;
  let fail: (error: Error) => void = () => {};
  const gone = new Promise<never>((_, reject) => {
    fail = reject;
  });

  let drawnAt = Number.NEGATIVE_INFINITY;
  let news: NodeJS.Timeout | undefined;
  const screen = openScreen(io, { onKey, onResize: draw, onError: (error) => fail(error) });
  const frames = setInterval(draw, FRAME_MS);
  try {
    await Promise.race([follow(), gone]);
  } finally {
    clearInterval(frames);
    clearTimeout(news);
    screen.close();
  }
  return events;

  async function follow(): Promise<void> {
    for await (const event of source.events) {
      events.push(event);
      scene = reduce(scene, event);
      news ??= setTimeout(draw, Math.max(0, NEWS_MS - (io.clock() - drawnAt) / 1000));
    }
  }

  /** Draws what has changed since the last time, which may be nothing. */
  function draw(): void {
    clearTimeout(news);
    news = undefined;
    drawnAt = io.clock();
    const size = screen.size();
    const lines = render(scene, { ...size, now: io.clock(), subject, mode, paint: style });
    screen.draw(present(lines, { ...io.capabilities, columns: size.columns }));
  }

  function onKey(key: string): void {
    const page = Math.max(1, bodyRows(screen.size().rows));
    const step = press(mode, key, scene, { lines: sourceLines(subject.source).length, page });
    mode = step.mode;
    if (step.action !== undefined) {
      attempt(step.action);
    }
    draw();
  }

  /** What cannot be done, as to kill a process that has left the program, is said and ends nothing. */
  function attempt(action: Action): void {
    try {
      obey(action);
    } catch (error) {
      mode = { kind: 'watching', notice: error instanceof Error ? error.message : String(error) };
    }
  }

  function obey(action: Action): void {
    switch (action.kind) {
      case 'stop':
        return controls.stop();
      case 'continue':
        return controls.continue();
      case 'kill':
        return controls.kill(action.pid);
      case 'leave':
        return controls.leave();
      case 'interrupt':
        return io.onInterrupt();
    }
  }
}
