// A child process is sent an object with a Map, by default or with serialization: 'advanced'. What arrives?
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

if (process.argv[2] === 'child') {
  process.once('message', ({ ages }) => process.send(ages instanceof Map ? 'a Map' : JSON.stringify(ages), () => process.disconnect()));
} else {
  const child = fork(fileURLToPath(import.meta.url), ['child'], { serialization: process.argv[2] });
  child.send({ ages: new Map([['Ada', 36]]) });
  const [arrived] = await once(child, 'message');
  console.log(`arrived: ${arrived}`);
}
