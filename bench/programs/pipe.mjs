// MiB a second from process to process through our Pipe: `pipe.mjs CHUNKS` of 64 KiB.
import { isMain, Pipe, Process } from '../../dist/multiprocessing/index.js';
import { check, now, tell } from './clock.mjs';

const CHUNK = Buffer.alloc(64 * 1024, 7);
const WARM_UP = 4000;

export async function receive(end, answers) {
  let [bytes, sum, count, began] = [0, 0, 0, 0];
  for await (const chunk of end) {
    count += 1;
    if (count > WARM_UP) {
      bytes += chunk.length;
      sum += chunk[0] + chunk.at(-1);
    } else {
      began = now();
    }
  }
  await answers.send({ bytes, sum, took: now() - began });
}

if (isMain(import.meta.url)) {
  const chunks = Number(process.argv[2]);
  const [{ left, right }, answers] = [await Pipe.open(), await Pipe.open()];
  const child = new Process(import.meta.url, receive, [right, answers.right]).start();
  right.close();
  for (let chunk = 0; chunk < WARM_UP + chunks; chunk += 1) {
    await left.send(CHUNK);
  }
  left.close();
  const { bytes, sum, took } = await answers.left.recv();
  check(bytes, chunks * CHUNK.length, 'bytes');
  check(sum, chunks * 14, 'sum of the ends');
  tell(bytes / 2 ** 20 / took);
  await child.join();
}
