// MiB a second into a child's standard input: `stdio.mjs CHUNKS` of 64 KiB.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { check, now, tell } from './clock.mjs';

const CHUNK = Buffer.alloc(64 * 1024, 7);
const WARM_UP = 4000 * CHUNK.length;

if (process.argv[2] === 'receiver') {
  let [bytes, began] = [0, 0];
  for await (const piece of process.stdin) {
    if (bytes < WARM_UP) {
      began = now();
    }
    bytes += piece.length;
  }
  console.log(JSON.stringify({ bytes, took: now() - began }));
} else {
  const chunks = Number(process.argv[2]);
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), 'receiver'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answer = text(child.stdout);
  for (let chunk = 0; chunk < WARM_UP / CHUNK.length + chunks; chunk += 1) {
    if (!child.stdin.write(CHUNK)) {
      await once(child.stdin, 'drain');
    }
  }
  child.stdin.end();
  const { bytes, took } = JSON.parse(await answer);
  check(bytes, WARM_UP + chunks * CHUNK.length, 'bytes');
  tell((chunks * CHUNK.length) / 2 ** 20 / took);
}
