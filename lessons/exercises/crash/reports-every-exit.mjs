import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.argv[2]) {
  if (process.argv[2] === 'Rome') process.kill(process.pid, 'SIGKILL'); // as a crash would
  process.send(process.argv[2], () => process.disconnect());
} else {
  const done = [];
  const lost = [];
  const ends = ['Oslo', 'Rome', 'Lima'].map((city) => {
    const child = fork(fileURLToPath(import.meta.url), [city]);
    return new Promise((resolve) => {
      child.on('message', (answer) => done.push(answer));
      child.on('exit', () => resolve());
    });
  });
  await Promise.all(ends);
  console.log(`done: ${JSON.stringify(done.toSorted((a, b) => a.localeCompare(b)))}`);
  console.log(`lost: ${JSON.stringify(lost)}`);
}
