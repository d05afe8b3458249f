import type { Writable } from 'node:stream';
import { size } from './capabilities.js';
import { type KeyInput, readKeys } from './keys.js';
import { width } from './text.js';
import { surviveErrors } from './write.js';

/** The part of `tty.WriteStream` that matters here. */
export interface ScreenOutput extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

export interface ScreenStreams {
  readonly input: KeyInput;
  readonly output: ScreenOutput;
}

export interface ScreenEvents {
  readonly onKey: (key: string) => void;
  /** The terminal has a new size, and the screen is empty: draw again. */
  readonly onResize: () => void;
  /** The terminal is gone; the screen is closed already. */
  readonly onError: (error: Error) => void;
}

/** A full-screen frame, beside the text that the terminal showed before. */
export interface Screen {
  /** In columns and rows, asked anew each time. */
  size(): { columns: number; rows: number };
  /** Shows the lines, the first at the top; each must fit the columns already. */
  draw(lines: readonly string[]): void;
  /** Gives the terminal back as it was. May be called more than once. */
  close(): void;
}

const ESC = '\u001b[';
/** Alternate screen, no cursor, and no wrapping, should a terminal think a character wider than we do. */
const ENTER = `${ESC}?1049h${ESC}?25l${ESC}?7l${ESC}2J`;
const LEAVE = `${ESC}?7h${ESC}?25h${ESC}?1049l`;
/** Terminals that know it show what lies between at once (https://github.com/contour-terminal/vt-extensions). */
const BEGIN_UPDATE = `${ESC}?2026h`;
const END_UPDATE = `${ESC}?2026l`;

/** Takes over the terminal until `close`, or until the process exits. */
export function openScreen({ input, output }: ScreenStreams, events: ScreenEvents): Screen {
  let shown: readonly string[] = [];
  let isOpen = true;
  const stopKeys = readKeys(input, events.onKey);

  const close = () => {
    if (!isOpen) {
      return;
    }
    isOpen = false;
    process.off('exit', close);
    output.off('resize', onResize);
    output.off('error', onError);
    stopKeys();
    if (!output.destroyed) {
      output.write(LEAVE);
    }
  };
  const onResize = () => {
    shown = [];
    output.write(`${ESC}2J`);
    events.onResize();
  };
  const onError = (error: Error) => {
    close();
    events.onError(error);
  };
  const draw = (lines: readonly string[]) => {
    const { columns, rows } = size(output);
    const frame = lines.slice(0, rows);
    // A terminal that reads slowly gets the next frame instead of all of them.
    if (!isOpen || output.writableNeedDrain) {
      return;
    }
    const changes = changed(shown, frame, columns);
    if (changes !== '') {
      output.write(`${BEGIN_UPDATE}${changes}${END_UPDATE}`);
    }
    shown = frame;
  };

  surviveErrors(output);
  output.on('error', onError);
  output.on('resize', onResize);
  process.on('exit', close);
  output.write(ENTER);
  return { size: () => size(output), draw, close };
}

/** Only the lines that differ are written, so that nothing flickers. */
function changed(before: readonly string[], after: readonly string[], columns: number): string {
  const lines = after.map((line, row) => {
    // Clearing to the end of a full line would take its last character away.
    const rest = width(line) < columns ? `${ESC}K` : '';
    return line === before[row] ? '' : `${ESC}${row + 1};1H${line}${rest}`;
  });
  const below = after.length < before.length ? `${ESC}${after.length + 1};1H${ESC}J` : '';
  return lines.join('') + below;
}
