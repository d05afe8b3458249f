// A child is asked for an answer, and is killed before it gives one. The parent listens to 'exit' too, or does not.
const { fork } = require('node:child_process');

async function ask(child, listens) {
  child.send('what is the answer?');
  const answer = await new Promise((resolve) => {
    child.on('message', resolve);
    if (listens) {
      child.on('exit', (code, signal) => resolve(`none, it died of ${signal}`));
    }
  });
  console.log(`answer: ${answer}`);
}

if (process.argv[2] === 'child') {
  process.on('message', () => process.kill(process.pid, 'SIGKILL'));
} else {
  void ask(fork(__filename, ['child']), process.argv[2] === 'listens');
}
