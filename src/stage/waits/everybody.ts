import { REAPER_NAME } from '../../reaper/script.js';
import { numbers, text } from './proc-files.js';

/** What everybody may know of a process. */
export interface Known {
  readonly pid: number;
  readonly parent: number;
  /** In ticks since the machine was started. */
  readonly startedAt: number;
  /** Of the kernel, or without a thread that is alive: it has no descriptors and no memory. */
  readonly isEmpty: boolean;
}

/** All processes of this machine at one moment, but for those that have nothing that could be shared. */
export interface Everybody {
  /** Without the shells that end them if their parent dies, for which no program waits. */
  readonly children: ReadonlyMap<number, readonly number[]>;
  /** Not of the program, and started since: the program may have started them, and they may have all that it has. */
  readonly younger: readonly number[];
  /** Not of the program, and there before it: they have only what has been handed to them, or what they have opened. */
  readonly older: readonly number[];
  /** The machine hides processes of others from us (`hidepid` of proc(5)). */
  readonly isPartial: boolean;
}

/** @param program the PIDs of the program, among them its first process */
export function readEverybody(program: readonly number[]): Everybody {
  const all = (numbers('') ?? []).map((pid) => text(`${pid}/stat`)).filter((stat) => stat !== '').map(parseKnown);
  const ours = new Set(program);
  const began = Math.min(...all.filter(({ pid }) => ours.has(pid)).map(({ startedAt }) => startedAt));
  const foreign = all.filter(({ pid, isEmpty }) => !ours.has(pid) && !isEmpty);
  const children = new Map<number, number[]>();
  for (const { pid, parent } of all) {
    if (!(ours.has(parent) && isReaper(pid))) {
      children.set(parent, [...(children.get(parent) ?? []), pid]);
    }
  }
  return {
    children,
    younger: foreign.filter(({ startedAt }) => startedAt >= began).map(({ pid }) => pid),
    older: foreign.filter(({ startedAt }) => startedAt < began).map(({ pid }) => pid),
    isPartial: !all.some(({ pid }) => pid === 1),
  };
}

function isReaper(pid: number): boolean {
  return text(`${pid}/cmdline`).split('\0').includes(REAPER_NAME);
}

const PF_KTHREAD = 0x0020_0000;

/** The fields of proc_pid_stat(5), of which the second, the name in brackets, may contain anything. */
export function parseKnown(stat: string): Known {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const number = (index: number): number => Number(fields[index - 3]);
  const isDead = ['Z', 'X'].includes(fields[0] ?? '') && number(20) <= 1;
  return {
    pid: Number.parseInt(stat, 10),
    parent: number(4),
    startedAt: number(22),
    isEmpty: isDead || (number(9) & PF_KTHREAD) !== 0,
  };
}
