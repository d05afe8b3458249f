/** A descriptor of a process. */
export interface Holder {
  readonly pid: number;
  readonly fd: number;
}

/** Reading from a pipe or a socket, or writing to it. */
export interface ChannelWait {
  readonly kind: 'read' | 'write';
  readonly channel: 'pipe' | 'socket';
  readonly fd: number;
  readonly inode: number;
  /** Who holds the other end, also processes outside of the program; undefined when that is not to be known. */
  readonly others: readonly Holder[] | undefined;
}

/** A lock in memory that processes share, such as a semaphore of Python's multiprocessing. */
export interface SharedLockWait {
  readonly kind: 'shared lock';
  /** The file that the memory belongs to, such as `/dev/shm/sem.mp-ab12`; empty where it has no name. */
  readonly file: string;
  /** Tells one lock from another in this look. */
  readonly lock: string;
  /** Other processes that wait for it too. */
  readonly waiters: readonly number[];
  /**
   * Everybody who could let go of it: who has that memory. Which of them holds it, the kernel does not know. Undefined
   * when there was no time to look at everybody.
   */
  readonly users: readonly number[] | undefined;
}

/** What one thread waits for. What a system call with several descriptors waits for is `any`. */
export type Wait =
  | { readonly kind: 'running' | 'stopped' | 'ended' | 'timer' }
  /** `pids` are all its children when it waits for whichever ends first. */
  | { readonly kind: 'children'; readonly pids: readonly number[] }
  | ChannelWait
  | SharedLockWait
  /** A lock or a condition that only threads of its own process can reach. */
  | { readonly kind: 'own lock' }
  /** Something else that is read or written, such as a terminal: what `/proc/PID/fd` shows. */
  | { readonly kind: 'descriptor'; readonly fd: number; readonly target: string }
  | { readonly kind: 'any'; readonly of: readonly Wait[] }
  /** Idle: it waits for what it watches, for its children and for its own threads. */
  | { readonly kind: 'event loop'; readonly of: readonly Wait[] }
  /** `where` is what the kernel calls it, such as `flock` or `do_sys_pause`; empty when it says nothing. */
  | { readonly kind: 'unknown'; readonly where: string };

export interface ThreadWait {
  /** The PID on the main thread. */
  readonly tid: number;
  readonly wait: Wait;
  /** It waits with a time limit, so it goes on by itself. */
  readonly timed: boolean;
}

/** What one process waited for at one moment, as the OS shows it. */
export interface ProcessWait {
  readonly pid: number;
  readonly parent: number;
  /** As it was started, at most 200 characters; from outside, so it may contain anything. */
  readonly command: string;
  /** The main thread first. */
  readonly threads: readonly ThreadWait[];
  /** No thread of it ran while we looked, so that all that is said of it was true at one moment. */
  readonly still: boolean;
}
