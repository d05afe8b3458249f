/** What a descriptor leads to, by `/proc/PID/fd`. */
export type Target =
  | { readonly kind: 'pipe' | 'socket'; readonly inode: number }
  /** A path, or what the kernel calls it, such as `anon_inode:[timerfd]`. */
  | { readonly kind: 'other'; readonly name: string };

export function parseTarget(link: string): Target {
  const [, kind, inode] = /^(pipe|socket):\[(\d+)\]$/.exec(link) ?? [];
  return kind === 'pipe' || kind === 'socket' ? { kind, inode: Number(inode) } : { kind: 'other', name: link };
}

/** For what a descriptor was opened. */
export type Access = 'read' | 'write' | 'both';

/** The line `flags: 0100001` of `/proc/PID/fdinfo/FD`, in octal; its lowest two bits are O_RDONLY, O_WRONLY or O_RDWR. */
export function parseAccess(fdinfo: string): Access {
  const flags = Number.parseInt(/^flags:\s*([0-7]+)/m.exec(fdinfo)?.[1] ?? '2', 8);
  return (['read', 'write', 'both'] as const)[flags & 3] ?? 'both';
}

/** A descriptor that somebody waits for, and in which direction. */
export interface Watched {
  readonly fd: number;
  readonly reads: boolean;
  readonly writes: boolean;
}

const [POLLIN, POLLPRI, POLLOUT, POLLRDHUP] = [0x01, 0x02, 0x04, 0x2000];

/** The bits are the same for poll and epoll. Whoever asks for nothing learns of the other end's closing. */
export function watched(fd: number, events: number): Watched {
  const writes = (events & POLLOUT) !== 0;
  return { fd, reads: (events & (POLLIN | POLLPRI | POLLRDHUP)) !== 0 || !writes, writes };
}

/** The lines `tfd: 7 events: 19 …` of an epoll descriptor's fdinfo; the events are in hexadecimal. */
export function parseEpoll(fdinfo: string): Watched[] {
  const lines = fdinfo.matchAll(/^tfd:\s*(\d+)\s+events:\s*([0-9a-f]+)/gm);
  return Array.from(lines, ([, fd, events = '0']) => watched(Number(fd), Number.parseInt(events, 16)));
}

/** `struct pollfd` is an int and two shorts. A negative descriptor is passed over. */
export function parsePollSet(bytes: Buffer): Watched[] {
  const count = Math.floor(bytes.length / 8);
  return Array.from({ length: count }, (_, at) => watched(bytes.readInt32LE(at * 8), bytes.readInt16LE(at * 8 + 4)))
    .filter(({ fd }) => fd >= 0);
}

/** An `fd_set` of select(2): a bit for each descriptor. */
export function parseDescriptorSet(bytes: Buffer): number[] {
  return Array.from(bytes)
    .flatMap((byte, at) => [0, 1, 2, 3, 4, 5, 6, 7].map((bit) => ((byte >> bit) & 1 ? at * 8 + bit : -1)))
    .filter((fd) => fd >= 0);
}
