// A Worker that may use 16 MB fills its memory without end, or keeps little. Does the main thread go on?
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(fileURLToPath(import.meta.url), {
    workerData: process.argv[2] === 'fills' ? Infinity : 1000,
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  });
  const error = await Promise.race([once(worker, 'error'), once(worker, 'exit')]).then(([first]) => first.code ?? 'none');
  console.log(`error: ${error}`);
  console.log('the main thread goes on');
} else {
  const kept = [];
  for (let n = 0; n < workerData; n++) kept.push(Array.from({ length: 1000 }, () => n));
}
