import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Two Unix sockets that are connected to each other; neither reads before it is told to. Node has no `socketpair`, so
 * they meet at an address that is gone when this returns: on Linux one that is no file and vanishes with us.
 * @throws the error of the system call when there are too many open files, or no folder for temporary files
 */
export async function socketPair(): Promise<[Socket, Socket]> {
  // Loaded here, since most programs need it for nothing, and it takes 3 ms.
  const { randomUUID } = await import('node:crypto');
  const address = process.platform === 'linux' ? `\0mp-tutor-${randomUUID()}` : join(mkdtempSync(join(tmpdir(), 'mp-')), 's');
  // A half-open socket stays open: to end it would shut it down for every process that has a copy.
  const server = createServer({ pauseOnConnect: true, allowHalfOpen: true }).listen(address);
  const left = new Socket({ allowHalfOpen: true });
  try {
    await once(server, 'listening');
    // A socket that is not paused would read what is meant for the child that gets it.
    left.pause();
    left.connect(address);
    const [[right]] = await Promise.all([once(server, 'connection'), once(left, 'connect')]);
    return [left, right as Socket];
  } catch (error) {
    left.destroy();
    throw error;
  } finally {
    server.close();
    if (process.platform !== 'linux') {
      rmSync(dirname(address), { recursive: true, force: true });
    }
  }
}
