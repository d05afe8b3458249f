import workerpool from 'workerpool';

const script = new URL('./workerpool-worker.cjs', import.meta.url).pathname;
const pool = workerpool.pool(script, { workerType: process.argv[2], minWorkers: 2, maxWorkers: 2 });
console.log(await pool.exec('square', [7]));
await pool.terminate();
