import { PassThrough, Writable } from 'node:stream';
import xterm from '@xterm/headless';

/** A terminal without a program or a window: what is written to it can be read as a screen, and keys can be pressed. */
export class TerminalModel {
  readonly input = new KeyStream();
  readonly output: ScreenStream;
  readonly #xterm: InstanceType<typeof xterm.Terminal>;
  #isCursorVisible = true;

  constructor(columns = 80, rows = 24) {
    this.#xterm = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    this.output = new ScreenStream(this.#xterm);
    for (const [final, isVisible] of [['h', true], ['l', false]] as const) {
      this.#xterm.parser.registerCsiHandler({ prefix: '?', final }, (parameters) => {
        this.#isCursorVisible = parameters.includes(25) ? isVisible : this.#isCursorVisible;
        return false;
      });
    }
  }

  /** All rows as they are seen, without spaces at their ends. */
  get rows(): string[] {
    const { active } = this.#xterm.buffer;
    const lines = Array.from({ length: this.#xterm.rows }, (_, row) => active.getLine(active.viewportY + row));
    return lines.map((line) => line?.translateToString(true) ?? '');
  }

  /** Rows that a terminal made by itself because a line was wider than it. */
  get wrappedRows(): number {
    const { active } = this.#xterm.buffer;
    const lines = Array.from({ length: active.length }, (_, row) => active.getLine(row));
    return lines.filter((line) => line?.isWrapped).length;
  }

  get text(): string {
    return this.rows.join('\n').trimEnd();
  }

  get isAlternate(): boolean {
    return this.#xterm.buffer.active.type === 'alternate';
  }

  get isCursorVisible(): boolean {
    return this.#isCursorVisible;
  }

  get wrapsLines(): boolean {
    return this.#xterm.modes.wraparoundMode;
  }

  /** Presses keys, given as what a keyboard sends. */
  press(keys: string): void {
    this.input.write(keys);
  }

  resize(columns: number, rows: number): void {
    this.#xterm.resize(columns, rows);
    this.output.emit('resize');
  }

  /** When all that was written is on the screen. */
  async settled(): Promise<void> {
    // What still waits in the stream comes behind what the terminal has been given.
    while (this.output.writableLength > 0 && !this.output.destroyed) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    await new Promise<void>((resolve) => this.#xterm.write('', resolve));
  }

  /** When the screen fulfils a condition; the test's time limit ends a wait in vain. */
  async until(condition: (model: this) => boolean): Promise<void> {
    await this.settled();
    while (!condition(this)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      await this.settled();
    }
  }
}

class KeyStream extends PassThrough {
  readonly isTTY = true;
  isRaw = false;

  setRawMode(mode: boolean): this {
    this.isRaw = mode;
    return this;
  }
}

class ScreenStream extends Writable {
  readonly isTTY = true;
  readonly #xterm: InstanceType<typeof xterm.Terminal>;

  constructor(terminal: InstanceType<typeof xterm.Terminal>) {
    super({ decodeStrings: false });
    this.#xterm = terminal;
  }

  get columns(): number {
    return this.#xterm.cols;
  }

  get rows(): number {
    return this.#xterm.rows;
  }

  override _write(text: string, _encoding: BufferEncoding, done: () => void): void {
    // A line feed of a program becomes a new line in a real terminal's driver.
    this.#xterm.write(text.replaceAll(/\r?\n/g, '\r\n'), done);
  }
}
