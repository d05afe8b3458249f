// A parent sends 2000 messages of 1 kB to a child, all "at-once" or "one-by-one". Does send() say that too many wait?
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const COUNT = 2000;

if (process.send) {
  let arrived = 0;
  process.on('message', () => ++arrived === COUNT && process.send(arrived));
} else {
  const child = fork(fileURLToPath(import.meta.url));
  let refused = 0;
  child.on('message', (arrived) => {
    console.log('refused:', refused);
    console.log('arrived:', arrived);
    child.disconnect();
  });
  for (let number = 0; number < COUNT; number++) {
    const written = new Promise((resolve) => {
      if (!child.send('x'.repeat(1000), resolve)) refused++;
    });
    if (process.argv[2] === 'one-by-one') await written;
  }
}
