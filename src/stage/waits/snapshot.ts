import type { Call } from './calls.js';
import type { Access, Target, Watched } from './descriptors.js';
import type { Region } from './regions.js';
import type { Peers } from './sockets.js';

/** What was read of one thread. */
export interface ThreadSnapshot {
  readonly tid: number;
  /** The letter of its state: R, S, D, T, t, Z or X. */
  readonly state: string;
  /** Undefined when we may not know. */
  readonly call: Call | undefined;
  /** What the kernel calls the place where it waits; empty when it does not say. */
  readonly place: string;
  /** The descriptors of a call that waits for several; undefined when they could not be read, or it is no such call. */
  readonly watched: readonly Watched[] | undefined;
}

export interface Descriptor {
  readonly target: Target;
  /** The process that a pidfd stands for. */
  readonly process?: number | undefined;
}

/** What was read of one process. */
export interface ProcessSnapshot {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  readonly still: boolean;
  /** The main thread first. */
  readonly threads: readonly ThreadSnapshot[];
  /** Undefined when we may not know. */
  readonly descriptors: ReadonlyMap<number, Descriptor> | undefined;
}

/** A descriptor that leads to a pipe or a socket. */
export interface End {
  readonly pid: number;
  readonly fd: number;
  readonly access: Access;
}

/** All that is needed to say who waits for whom. */
export interface Snapshot {
  readonly processes: readonly ProcessSnapshot[];
  /** The children of each process of this machine. */
  readonly children: ReadonlyMap<number, readonly number[]>;
  /** By the inode of a pipe or socket who has it open; undefined when not everybody could be looked at who may have it. */
  readonly ends: ReadonlyMap<number, readonly End[]> | undefined;
  readonly peers: Peers;
  /** The shared memory of the program's processes, as far as they could be looked at. */
  readonly regions: ReadonlyMap<number, readonly Region[]>;
  /** The same of all others; undefined when not everybody could be looked at who may have inherited it. */
  readonly foreignRegions: ReadonlyMap<number, readonly Region[]> | undefined;
  /** There are processes that are older than the program and whose memory we may not see. */
  readonly hasStrangers: boolean;
}
