// Two processes are connected by TCP, as they would be on two machines. One is killed, or stopped: what does the other hear?
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Process } from 'mp-tutor/multiprocessing';

const PATIENCE = 2000;

export async function work(port) {
  connect(port, '127.0.0.1').write('ready');
  await sleep(60_000);
}

async function heard(connection) {
  const end = once(connection, 'close').then(() => 'end');
  return Promise.race([end, sleep(PATIENCE, 'nothing', { ref: false })]);
}

async function after(signal) {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const worker = new Process(import.meta.url, work, [server.address().port]).start();
  const [connection] = await once(server, 'connection');
  connection.on('error', () => {}); // 'close' follows
  await once(connection, 'data');
  const began = performance.now();
  process.kill(worker.pid, signal);
  console.log(`${signal}: ${await heard(connection)}`);
  console.log(`${signal}_ms: ${Math.round(performance.now() - began)}`);
  if (signal === 'SIGSTOP') process.kill(worker.pid, 'SIGKILL');
  await worker.join();
  connection.destroy();
  server.close();
}

if (isMain(import.meta.url)) {
  for (const signal of process.argv.slice(2)) await after(signal);
}
