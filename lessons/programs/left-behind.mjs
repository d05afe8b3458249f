// A program of Node starts a child and is killed. The child listens to its parent only ("idle"), or has "work" besides, or it is
// a Process of mp-tutor's "library". What has become of it a second later?
import { execFileSync, fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isMain, Process } from 'mp-tutor/multiprocessing';

const [kind, role] = process.argv.slice(2);
const self = fileURLToPath(import.meta.url);

export async function work() {
  await sleep(20_000);
}

if (isMain(import.meta.url) && role === undefined) {
  const program = fork(self, [kind, 'program']);
  const child = await new Promise((resolve) => program.once('message', resolve));
  await sleep(300);
  program.kill('SIGKILL');
  await sleep(1000);
  const alive = isThere(child);
  console.log(`alive: ${alive}`);
  if (alive) process.kill(child, 'SIGKILL');
} else if (role === 'program') {
  const child = kind === 'library' ? new Process(import.meta.url, work, []).start() : fork(self, [kind, 'child']);
  process.send(child.pid);
  process.on('message', () => {}); // goes on until it is killed
} else if (role === 'child') {
  process.on('message', () => {});
  if (kind === 'work') await work();
}

// A zombie has ended.
function isThere(pid) {
  try {
    return !execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z');
  } catch {
    return false; // ps fails when it finds nobody
  }
}
