// What can go wrong in a task: it throws, its worker dies, its result cannot be sent, or it takes too long.
import { isMain, Pool, TransferError, WorkerDiedError } from 'mp-tutor/multiprocessing';

export function parse(text) {
  return JSON.parse(text);
}
export function die() {
  process.kill(process.pid, 'SIGKILL');
}
export function makeFunction() {
  return { result: () => 1 };
}
export function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

if (isMain(import.meta.url)) {
  const pool = new Pool(import.meta.url, { workers: 2 });

  // What a task throws is thrown here, with its class, its properties and the stack that it had in the worker.
  const thrown = await pool.map(parse, ['1', 'one']).catch((error) => error);
  console.log('it throws:', thrown instanceof SyntaxError);

  // imap throws each error in the place of its result, and then goes on.
  const results = pool.imap(parse, ['1', 'one', '3']);
  const next = () => results.next().then(({ value }) => value, (error) => error.name);
  console.log('with imap:', await next(), await next(), await next());

  // A worker that dies is replaced, and the task tried again, here once.
  const patient = new Pool(import.meta.url, { workers: 1, retries: 1 });
  const died = await patient.apply(die).catch((error) => error);
  console.log('its worker dies:', died instanceof WorkerDiedError, died.signal);
  console.log('the pool goes on:', await patient.apply(parse, '2'));
  await patient.close();

  const refused = await pool.apply(makeFunction).catch((error) => error);
  console.log('its result cannot be sent:', refused instanceof TransferError, refused.path);

  // A signal ends the call. Only terminate() ends the work.
  const late = await pool.map(sleep, [60_000], { signal: AbortSignal.timeout(50) }).catch((error) => error);
  console.log('it takes too long:', late.name);
  await pool.terminate();
}
