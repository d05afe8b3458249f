import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Who is connected is accepted in the next turn of the event loop; here we are patient. */
const TURNS = 20;

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
    const accepted = once(server, 'connection');
    left.connect(address);
    await once(left, 'connect');
    const [right] = await Promise.race([accepted, refusal()]);
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

/** Without a descriptor for the other end nothing tells us: libuv hangs up, which a paused socket does not hear. */
async function refusal(): Promise<never> {
  for (let turn = 0; turn < TURNS; turn++) {
    await nextTurn();
  }
  throw Object.assign(new Error('EMFILE: too many open files for both ends of a pipe'), { code: 'EMFILE' });
}
