import { Worker } from 'jest-worker';

const pool = new Worker(new URL('./square.mjs', import.meta.url), {
  numWorkers: 2,
  enableWorkerThreads: process.argv[2] === 'threads',
  exposedMethods: ['square'],
});
console.log(await pool.square(7));
await pool.end();
