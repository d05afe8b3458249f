// Row memory: `node memory.mjs POOL`: what a worker takes that has done a task, in MiB. Pages that processes share count for each
// of them by its share (Pss, Linux only).
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { tell } from '../clock.mjs';
import { open } from './peers.mjs';

const WORKERS = 8;
/** For workers to come to rest. */
const REST_MS = 500;

await sleep(REST_MS);
const before = memoryOf(process.pid);
const pool = await open(process.argv[2], WORKERS);
await Promise.all(Array.from({ length: 100 }, (_, n) => pool.run('square', n)));
await sleep(REST_MS);
const after = memoryOf(process.pid);
tell((after - before) / WORKERS);
await pool.close();

/** Of a process and all below it, in MiB. */
function memoryOf(pid) {
  const [, kib = '0'] = /^Pss: +(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1')) ?? [];
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').split(' '));
  return children.filter(Boolean).reduce((sum, child) => sum + memoryOf(child), Number(kib) / 1024);
}
