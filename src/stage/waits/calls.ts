/** The system calls in which a thread may wait for long. */
export type CallName = (typeof X64)[number][1];

/** What `/proc/PID/task/TID/syscall` says: the call in which a thread is, with its arguments. */
export type Call =
  | { readonly name: CallName; readonly args: readonly bigint[] }
  | { readonly name: 'running' | 'none' }
  /** One that we do not know. */
  | { readonly name: 'other'; readonly number: number };

/** <asm/unistd_64.h> */
const X64 = [
  [0, 'read'], [1, 'write'], [7, 'poll'], [19, 'read'], [20, 'write'], [23, 'select'], [35, 'sleep'],
  [44, 'write'], [45, 'read'], [46, 'write'], [47, 'read'], [61, 'wait4'], [202, 'futex'], [219, 'restarted'],
  [230, 'sleep'], [232, 'epoll'], [247, 'waitid'], [270, 'pselect'], [271, 'ppoll'], [281, 'epoll'], [441, 'epoll2'],
] as const;

/** <asm-generic/unistd.h> */
const ARM64: readonly (readonly [number, CallName])[] = [
  [22, 'epoll'], [63, 'read'], [64, 'write'], [65, 'read'], [66, 'write'], [72, 'pselect'], [73, 'ppoll'],
  [95, 'waitid'], [98, 'futex'], [101, 'sleep'], [115, 'sleep'], [128, 'restarted'], [206, 'write'], [207, 'read'],
  [211, 'write'], [212, 'read'], [260, 'wait4'], [441, 'epoll2'],
];

const NAMES: { readonly [architecture: string]: ReadonlyMap<number, CallName> } = {
  x64: new Map(X64),
  arm64: new Map(ARM64),
};

/** `running`, or `-1 SP PC` of a thread that waits outside of a call, or the number, six arguments, SP and PC. */
export function parseCall(text: string, architecture: string): Call {
  const [first = '', ...args] = text.trim().split(' ');
  const number = Number(first);
  if (first === 'running' || first === '' || Number.isNaN(number) || number < 0) {
    return { name: first === 'running' ? 'running' : 'none' };
  }
  const name = NAMES[architecture]?.get(number);
  return name === undefined ? { name: 'other', number } : { name, args: args.slice(0, 6).map(BigInt) };
}

/** An argument of type int, of which the upper half of the register means nothing. */
export function int(value: bigint | undefined): number {
  return Number(BigInt.asIntN(32, value ?? 0n));
}

const FUTEX_PRIVATE_FLAG = 128;

/** Whether a call of futex(2) says nothing of being private; of a lock in memory of its own it need not. */
export function isShared([, operation]: readonly bigint[]): boolean {
  return (int(operation) & FUTEX_PRIVATE_FLAG) === 0;
}
