import { closeSync, constants, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { ReadStream } from 'node:tty';
import type * as Koffi from 'koffi';
import { reasonOf, StageError } from './errors.js';

/** Like a terminal window as it opens first. */
const WINDOW = { columns: 80, rows: 24 };
/** The request to set a window's size: ioctl_tty(2), and sys/ttycom.h. */
const TIOCSWINSZ = process.platform === 'linux' ? 0x5414 : 0x8008_7467;
const DEVICE = '/dev/ptmx';

/** How long reading the rest may take: it is short, unless a process that we cannot end goes on writing. */
const REST_MS = 200;

/** A terminal without a window. */
export interface PseudoTerminal {
  /** What a program gets as its standard output. */
  readonly descriptor: number;
  /** What is written to it. */
  readonly output: Readable;
  /** To be called when nobody writes any more: reads what is still there, and ends `output`. */
  finish(): void;
}

/**
 * Opens a pseudo-terminal in this process: no program such as `script` has to stand between us and the program.
 * @throws StageError where there is none, or no koffi
 */
export function openPseudoTerminal(): PseudoTerminal {
  const opened: number[] = [];
  try {
    const libc = loadLibc();
    const master = openSync(DEVICE, constants.O_RDWR | constants.O_NOCTTY);
    opened.push(master);
    const descriptor = openSync(libc.unlock(master), constants.O_RDWR | constants.O_NOCTTY);
    opened.push(descriptor);
    libc.setSize(descriptor);
    return follow(master, descriptor);
  } catch (error) {
    opened.forEach((fd) => closeSync(fd));
    const [reason] = reasonOf(error).split('\n');
    const message = `There is no pseudo-terminal for the program: ${reason}. Let it write to a pipe instead.`;
    throw new StageError(message, { cause: error });
  }
}

/**
 * Libuv takes the hang-up of a terminal for its end, although there is more to read. So our copy of `descriptor` stays
 * open for as long as libuv reads, and what is left is read without it.
 */
function follow(master: number, descriptor: number): PseudoTerminal {
  const reader = new ReadStream(master);
  const output = new Readable({ read() {} });
  reader.on('data', (chunk: Buffer) => output.push(chunk));
  reader.on('error', () => undefined);
  return {
    descriptor,
    output,
    finish() {
      reader.pause();
      closeSync(descriptor);
      // After an error it has closed the master, whose number may now be somebody else's.
      if (!reader.destroyed) {
        readRest(master, (chunk) => output.push(chunk));
      }
      reader.destroy();
      output.push(null);
    },
  };
}

/** Up to the error by which a terminal tells that nobody has it open, or that it has nothing to read for now. */
function readRest(master: number, deliver: (chunk: Buffer) => void): void {
  const end = performance.now() + REST_MS;
  try {
    while (performance.now() < end) {
      const chunk = Buffer.alloc(4096);
      deliver(chunk.subarray(0, readSync(master, chunk)));
    }
  } catch {
    // EIO, or EAGAIN while somebody still has it open.
  }
}

interface Libc {
  /** Gives the path of the terminal that belongs to a master. */
  unlock(master: number): string;
  setSize(terminal: number): void;
}

let loaded: Libc | undefined;

/** Loads koffi at its first use, which takes some 15 ms. */
function loadLibc(): Libc {
  loaded ??= bind(createRequire(import.meta.url)('koffi') as typeof Koffi);
  return loaded;
}

function bind(koffi: typeof Koffi): Libc {
  const c = koffi.load(null);
  const grantpt = c.func('int grantpt(int fd)');
  const unlockpt = c.func('int unlockpt(int fd)');
  const ptsname = c.func('const char *ptsname(int fd)');
  const ioctl = c.func('int ioctl(int fd, unsigned long request, ...)');
  return {
    unlock(master) {
      if (Number(grantpt(master)) !== 0 || Number(unlockpt(master)) !== 0) {
        throw new Error(`the OS did not unlock it (errno ${koffi.errno()})`);
      }
      return String(ptsname(master));
    },
    setSize(terminal) {
      const size = Uint16Array.of(WINDOW.rows, WINDOW.columns, 0, 0);
      ioctl(terminal, TIOCSWINSZ, 'void *', size);
    },
  };
}
