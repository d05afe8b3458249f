import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const LIMIT_MS = 150;

/** By the inode of a Unix socket that of the socket at its other end. */
export type Peers = ReadonlyMap<number, number>;

/** Asks `ss` (iproute2), which may look at all sockets of the machine without rights. Empty where there is none. */
export async function readPeers(): Promise<Peers> {
  try {
    const options = { timeout: LIMIT_MS, maxBuffer: 16 * 1024 * 1024, env: { PATH: process.env['PATH'], LC_ALL: 'C' } };
    const { stdout } = await promisify(execFile)('ss', ['-xanH'], options);
    return parsePeers(stdout);
  } catch {
    return new Map();
  }
}

/** Lines such as `u_str ESTAB 0 0 * 2154 * 2155`: address and inode of a socket, then of its peer; 0 for none. */
export function parsePeers(text: string): Peers {
  const lines = text.matchAll(/ (\d+) +\S+ +(\d+) *$/gm);
  return new Map(Array.from(lines, ([, inode, peer]) => [Number(inode), Number(peer)] as const).filter(([, peer]) => peer > 0));
}
