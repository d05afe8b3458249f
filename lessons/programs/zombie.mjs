// A child of Node ends at once. Its parent's event loop is "free" for a second, or "blocked". In which state is the child then?
import { execFileSync, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const child = spawn(process.execPath, ['--eval', 'process.exit(7)']);
if (process.argv[2] === 'free') await sleep(1000);
else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
console.log(`state: ${look(child.pid)}`);

function look(pid) {
  try {
    return execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })[0];
  } catch {
    return 'gone'; // ps fails when it finds nobody
  }
}
