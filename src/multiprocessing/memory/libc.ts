import { createRequire } from 'node:module';
import { getSystemErrorName } from 'node:util';
import type * as Koffi from 'koffi';
import type { LibraryHandle } from 'koffi';
import { SharedMemoryError } from '../errors.js';

const LINUX = { O_NONBLOCK: 0o4000, O_CLOEXEC: 0o2000000, SOL_SOCKET: 1, SO_SNDBUF: 7 };
const MACOS = { O_NONBLOCK: 0x0004, SOL_SOCKET: 0xffff, SO_SNDBUF: 0x1001 };
const [PROT_READ_WRITE, MAP_SHARED] = [3, 1];
const MFD_CLOEXEC = 1;
const [F_SETFD, FD_CLOEXEC, F_SETFL] = [2, 1, 4];
const [AF_UNIX, SOCK_STREAM] = [1, 1];

/** The few calls of the C library that Node has no function for. Descriptors that they make are close-on-exec. */
export interface Libc {
  /** Maps `bytes` bytes of a file, shared with every process that maps the same file; the memory stays until `unmap`. */
  map(fd: number, bytes: number): { readonly buffer: ArrayBuffer; readonly unmap: () => void };
  /** A file in memory without a name; undefined where the OS has none. */
  memoryFile?(): number;
  /** A pipe whose ends do not block. */
  pipe(): [readEnd: number, writeEnd: number];
  /** Two Unix sockets that are connected to each other and do not block; each sends through a buffer of this size. */
  socketPair(bufferBytes: number): [number, number];
}

type Pair = [number, number];

let loaded: Libc | undefined;

/** Loads koffi at its first use, which takes some 15 ms. @throws SharedMemoryError where koffi does not run */
export function libc(): Libc {
  loaded ??= bind(loadKoffi());
  return loaded;
}

function loadKoffi(): typeof Koffi {
  try {
    return createRequire(import.meta.url)('koffi') as typeof Koffi;
  } catch (error) {
    const code = filesRunOut(error as NodeJS.ErrnoException);
    if (code !== undefined) {
      throw Object.assign(new SharedMemoryError(`The package koffi cannot be loaded (${code}): too many open files.`), { code });
    }
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new SharedMemoryError(
      `Queue, Pipe, Lock and SharedArray need the package koffi, which does not run here (${process.platform}-${process.arch}): ` +
        `${why}. Install without --omit=optional; Process and Pool work without it.`,
    );
  }
}

/** Node 24 and later say it of a package.json in the text alone. @returns the code, if it is that */
function filesRunOut({ code, message }: NodeJS.ErrnoException): string | undefined {
  if (code === 'EMFILE' || code === 'ENFILE') {
    return code;
  }
  return message.includes('too many open files') ? 'EMFILE' : undefined;
}

function bind(koffi: typeof Koffi): Libc {
  const c = koffi.load(null);
  const mmap = c.func('void *mmap(void *addr, size_t length, int prot, int flags, int fd, int64_t offset)');
  const munmap = c.func('int munmap(void *addr, size_t length)');
  const socketpair = c.func('int socketpair(int domain, int type, int protocol, _Out_ int *fds)');
  const setsockopt = c.func('int setsockopt(int fd, int level, int name, int *value, uint32_t bytes)');
  const failed = 2n ** 64n - 1n;

  return {
    map(fd, bytes) {
      const address: unknown = mmap(null, bytes, PROT_READ_WRITE, MAP_SHARED, fd, 0);
      if (koffi.address(address) === failed) {
        throw new SharedMemoryError(`The OS refused to map ${bytes} bytes of shared memory (errno ${koffi.errno()}).`);
      }
      return { buffer: koffi.view(address, bytes), unmap: () => void munmap(address, bytes) };
    },
    ...(process.platform === 'linux' ? linux(c) : macos(c)),
  };

  function linux(lib: LibraryHandle): Pick<Libc, 'memoryFile' | 'pipe' | 'socketPair'> {
    const memfdCreate = lib.func('int memfd_create(const char *name, unsigned int flags)');
    const pipe2 = lib.func('int pipe2(_Out_ int *fds, int flags)');
    const flags = LINUX.O_CLOEXEC | LINUX.O_NONBLOCK;
    return {
      memoryFile: () => call('memfd_create', () => memfdCreate('mp-tutor', MFD_CLOEXEC)),
      pipe: () => pair('pipe2', (fds) => pipe2(fds, flags)),
      socketPair: (bytes) => widen(pair('socketpair', (fds) => socketpair(AF_UNIX, SOCK_STREAM | flags, 0, fds)), bytes, LINUX),
    };
  }

  function macos(lib: LibraryHandle): Pick<Libc, 'pipe' | 'socketPair'> {
    const pipe = lib.func('int pipe(_Out_ int *fds)');
    const fcntl = lib.func('int fcntl(int fd, int cmd, ...)');
    return {
      pipe: () => setFlags(pair('pipe', (fds) => pipe(fds))),
      socketPair: (bytes) => widen(setFlags(pair('socketpair', (fds) => socketpair(AF_UNIX, SOCK_STREAM, 0, fds))), bytes, MACOS),
    };

    function setFlags(fds: Pair): Pair {
      for (const fd of fds) {
        call('fcntl', () => fcntl(fd, F_SETFD, 'int', FD_CLOEXEC));
        call('fcntl', () => fcntl(fd, F_SETFL, 'int', MACOS.O_NONBLOCK));
      }
      return fds;
    }
  }

  function pair(name: string, make: (fds: Pair) => unknown): Pair {
    const fds: Pair = [-1, -1];
    call(name, () => make(fds));
    return fds;
  }

  /** Where the OS does not allow so much, a smaller buffer does as well, more slowly. */
  function widen(fds: Pair, bytes: number, { SOL_SOCKET, SO_SNDBUF }: typeof MACOS | typeof LINUX): Pair {
    for (const fd of fds) {
      setsockopt(fd, SOL_SOCKET, SO_SNDBUF, [bytes], Int32Array.BYTES_PER_ELEMENT);
    }
    return fds;
  }

  function call(name: string, make: () => unknown): number {
    const result = Number(make());
    if (result < 0) {
      const code = getSystemErrorName(-koffi.errno());
      throw Object.assign(new SharedMemoryError(`The OS refused ${name} (${code}): too many open files?`), { code });
    }
    return result;
  }
}
