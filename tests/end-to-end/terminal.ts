import { setTimeout as sleep } from 'node:timers/promises';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly cwd?: string;
  /** Added to a small environment; the test's own, with its `CI` and `NO_COLOR`, is not handed on. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Exit {
  readonly code: number;
  /** The signal's number, 0 if there was none. */
  readonly signal: number;
}

/** What the keys of a keyboard send. */
export const keys = {
  enter: '\r',
  escape: '\x1b',
  up: '\x1b[A',
  down: '\x1b[B',
  ctrlC: '\x03',
  ctrlD: '\x04',
} as const;

/** Starts the command in a pseudo-terminal of its own (80 by 24). It is closed with the test at the latest. */
export function open(command: string, args: readonly string[], options: TerminalOptions = {}): Terminal {
  const terminal = new Terminal(command, args, options);
  onTestFinished(() => terminal.close());
  return terminal;
}

/** A program in a real pseudo-terminal, and the screen that a person would see. */
export class Terminal {
  readonly #name: string;
  readonly #pty: IPty;
  readonly #xterm: InstanceType<typeof xterm.Terminal>;
  readonly #ended: Promise<Exit>;
  readonly #waiting = new Set<() => void>();
  #exit: Exit | undefined;
  #cursorVisible = true;

  constructor(command: string, args: readonly string[], { columns = 80, rows = 24, cwd, env }: TerminalOptions) {
    this.#name = [command, ...args].join(' ');
    this.#xterm = new xterm.Terminal({ cols: columns, rows, scrollback: 10_000, allowProposedApi: true });
    this.#followCursor();
    this.#pty = spawn(command, [...args], {
      name: env?.['TERM'] ?? 'xterm-256color',
      cols: columns,
      rows,
      cwd: cwd ?? process.cwd(),
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'], LANG: 'C.UTF-8', ...env },
    });
    this.#xterm.onData((answer) => this.#pty.write(answer));
    this.#pty.onData((text) => this.#xterm.write(text, () => this.#notify()));
    this.#ended = new Promise((resolve) => {
      // The empty write is parsed after all output, so an ended program's screen is complete.
      this.#pty.onExit(({ exitCode, signal = 0 }) => this.#xterm.write('', () => {
        this.#exit = { code: exitCode, signal };
        resolve(this.#exit);
        this.#notify();
      }));
    });
  }

  /** Also the process group's number: the program leads a session of its own. */
  get pid(): number {
    return this.#pty.pid;
  }

  get cursorVisible(): boolean {
    return this.#cursorVisible;
  }

  /** The lines that are visible now, without the spaces at their ends and the empty lines at the bottom. */
  screen(): string {
    const { viewportY } = this.#xterm.buffer.active;
    return this.#lines(viewportY, viewportY + this.#xterm.rows);
  }

  /** What `screen` gives, preceded by what has scrolled off its top. */
  transcript(): string {
    return this.#lines(0, this.#xterm.buffer.active.length);
  }

  /** The text of the screen as soon as it matches; fails after `limitMs`, or if the program ends without it. */
  waitFor(wanted: RegExp | ((screen: string) => boolean), limitMs = 10_000): Promise<string> {
    const matches = wanted instanceof RegExp ? (screen: string) => wanted.test(screen) : wanted;
    return new Promise((resolve, reject) => {
      const check = (): void => {
        const screen = this.screen();
        if (matches(screen)) {
          settle(() => resolve(screen));
        } else if (this.#exit !== undefined) {
          settle(() => reject(this.#failure(`ended without showing ${String(wanted)}`)));
        }
      };
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        this.#waiting.delete(check);
        act();
      };
      const timer = setTimeout(
        () => settle(() => reject(this.#failure(`did not show ${String(wanted)} within ${limitMs} ms`))),
        limitMs,
      );
      this.#waiting.add(check);
      check();
    });
  }

  /** How the program ended, once all that it wrote is on the screen. */
  async exit(limitMs = 10_000): Promise<Exit> {
    const exit = await this.#endWithin(limitMs);
    if (exit === undefined) {
      throw this.#failure(`was still running after ${limitMs} ms`);
    }
    return exit;
  }

  type(text: string): void {
    this.#pty.write(text);
  }

  /** The program gets SIGWINCH. */
  resize(columns: number, rows: number): void {
    this.#xterm.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  /** Kills the program's process group if it is still running. */
  async close(): Promise<void> {
    if (this.#exit === undefined) {
      this.#killGroup();
      await this.exit(2000);
    }
    this.#xterm.dispose();
  }

  #killGroup(): void {
    try {
      process.kill(-this.pid, 'SIGKILL');
    } catch {
      // It ended just now and we are about to be told.
    }
  }

  #lines(from: number, to: number): string {
    const buffer = this.#xterm.buffer.active;
    return Array.from({ length: to - from }, (_, row) => buffer.getLine(from + row)?.translateToString(true) ?? '')
      .join('\n')
      .trimEnd();
  }

  #endWithin(limitMs: number): Promise<Exit | undefined> {
    return Promise.race([this.#ended, sleep(limitMs, undefined, { ref: false })]);
  }

  #notify(): void {
    for (const check of this.#waiting) {
      check();
    }
  }

  /** DECTCEM, `CSI ? 25 h` and `l`, of which xterm keeps no public record. */
  #followCursor(): void {
    for (const [final, visible] of [['h', true], ['l', false]] as const) {
      this.#xterm.parser.registerCsiHandler({ prefix: '?', final }, (modes) => {
        if (modes.includes(25)) {
          this.#cursorVisible = visible;
        }
        return false;
      });
    }
  }

  #failure(what: string): Error {
    const frame = '─'.repeat(this.#xterm.cols);
    return new Error(`${this.#name} ${what}. Its screen:\n${frame}\n${this.screen()}\n${frame}`);
  }
}
