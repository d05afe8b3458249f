// A child takes a lock. It is killed, or it ends as it should. Does the parent get the lock then?
import { isMain, Lock, Process } from 'mp-tutor/multiprocessing';

export async function hold(lock, how) {
  await lock.acquire();
  if (how === 'killed') process.kill(process.pid, 'SIGKILL');
  lock.release();
}

if (isMain(import.meta.url)) {
  const lock = new Lock();
  const child = new Process(import.meta.url, hold, [lock, process.argv[2]]).start();
  await child.join();
  const { deadHolder } = await lock.acquire({ timeout: 2000 });
  console.log('got: true');
  console.log(`dead: ${deadHolder === child.pid}`);
  lock.release();
}
