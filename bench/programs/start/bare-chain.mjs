// What the first frame of `demo pool` takes at least: Node starts Node, which forks three, and each says that it runs.
import { fork, spawn } from 'node:child_process';

const WORKERS = 3;
const [role] = process.argv.slice(2);
const here = import.meta.filename;

if (role === 'worker') {
  process.send('I run', () => process.disconnect());
} else if (role === 'program') {
  for (let number = 0; number < WORKERS; number += 1) {
    fork(here, ['worker']).on('message', () => console.log('one runs'));
  }
} else if (role === 'tutor') {
  spawn(process.execPath, [here, 'program'], { stdio: ['ignore', 'pipe', 'inherit'] }).stdout.pipe(process.stdout);
} else {
  const began = performance.now();
  let shown = '';
  spawn(process.execPath, [here, 'tutor'], { stdio: ['ignore', 'pipe', 'inherit'] }).stdout.on('data', (data) => {
    shown += data;
    if (shown === 'one runs\n'.repeat(WORKERS)) {
      console.log(JSON.stringify({ value: performance.now() - began }));
    }
  });
}
