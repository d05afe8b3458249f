// A child is asked for an answer, and is killed before it gives one. The parent listens to 'exit' too, or does not.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.argv[2] === 'child') {
  process.on('message', () => process.kill(process.pid, 'SIGKILL'));
} else {
  const child = fork(fileURLToPath(import.meta.url), ['child']);
  child.send('what is the answer?');
  const answer = await new Promise((resolve) => {
    child.on('message', resolve);
    if (process.argv[2] === 'listens') child.on('exit', (code, signal) => resolve(`none, it died of ${signal}`));
  });
  console.log(`answer: ${answer}`);
}
