// Every pool behind the same two calls, set up as its own documentation says for a fixed number of workers that stay.
// Each loads only its own package.

const tasks = new URL('./tasks.mjs', import.meta.url);
const LONG_MS = 60_000;

/**
 * Opens a pool that does the tasks of tasks.mjs.
 * @param name - as in the keys below
 * @param inFlight - how many tasks a worker may have at once, where the pool can be told
 * @returns `run(task, argument)`, which resolves to the task's result, and `close()`
 */
export const open = async (name, workers, inFlight = 1) => PEERS[name](workers, inFlight);

const PEERS = {
  async ours(workers) {
    const { Pool } = await import('../../../dist/multiprocessing/index.js');
    const functions = await import(tasks.href);
    const pool = new Pool(tasks.href, { workers });
    await pool.ready();
    return {
      run: (task, argument) => pool.apply(functions[task], argument),
      map: (task, items) => pool.map(functions[task], items),
      close: () => pool.close(),
    };
  },
  async piscina(workers, inFlight) {
    const { Piscina } = await import('piscina');
    const pool = new Piscina({
      filename: tasks.href,
      minThreads: workers,
      maxThreads: workers,
      idleTimeout: LONG_MS,
      concurrentTasksPerWorker: inFlight,
      recordTiming: false,
    });
    return { run: (name, argument) => pool.run(argument, { name }), close: () => pool.destroy() };
  },
  'tinypool, processes': (workers, inFlight) => openTinypool('child_process', workers, inFlight),
  'tinypool, threads': (workers, inFlight) => openTinypool('worker_threads', workers, inFlight),
  'workerpool, processes': (workers) => openWorkerpool('process', workers),
  'workerpool, threads': (workers) => openWorkerpool('thread', workers),
  'jest-worker, processes': (workers) => openJestWorker(false, workers),
  'jest-worker, threads': (workers) => openJestWorker(true, workers),
};

async function openTinypool(runtime, workers, inFlight) {
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    runtime,
    filename: tasks.href,
    minThreads: workers,
    maxThreads: workers,
    idleTimeout: LONG_MS,
    concurrentTasksPerWorker: inFlight,
  });
  return { run: (name, argument) => pool.run(argument, { name }), close: () => pool.destroy() };
}

async function openWorkerpool(workerType, workers) {
  const { default: workerpool } = await import('workerpool');
  const script = new URL('./registered.cjs', import.meta.url).pathname;
  const pool = workerpool.pool(script, { minWorkers: workers, maxWorkers: workers, workerType });
  return { run: (name, argument) => pool.exec(name, [argument]), close: () => pool.terminate() };
}

async function openJestWorker(enableWorkerThreads, numWorkers) {
  const { Worker } = await import('jest-worker');
  const pool = new Worker(tasks, { numWorkers, enableWorkerThreads, exposedMethods: ['square', 'squares', 'burn', 'touch'] });
  await pool.start();
  return { run: (name, argument) => pool[name](argument), close: () => pool.end() };
}
