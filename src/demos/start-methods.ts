// Child processes, then threads, one after the other: what do they see of their parent, and what does a start cost?
// Node has one way to start a process: anew. What its fork() has in common with that of Unix is the name.
import { once } from 'node:events';
import { fstatSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { isMain, mark, Pipe, Process } from 'mp-tutor/multiprocessing';
import type { PipeEnd } from 'mp-tutor/multiprocessing';

type Seen = { price: number; hasFile: boolean };

let price = 10;
const program = fileURLToPath(import.meta.url);

function look(file: number, inode: number): Seen {
  try {
    return { price, hasFile: fstatSync(file).ino === inode };
  } catch {
    return { price, hasFile: false }; // no such descriptor here
  }
}

export async function answer(end: PipeEnd, file: number, inode: number, pause: number): Promise<void> {
  await end.send(look(file, inode));
  await sleep(pause);
}

function medianOf(times: number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  const middle = (times.length - 1) / 2;
  return (Number(sorted[Math.floor(middle)]) + Number(sorted[Math.ceil(middle)])) / 2;
}

/** Starts one, and waits for its answer and its end. */
async function start(way: string, name: string, file: number, pause: number): Promise<Seen & { tookMs: number }> {
  const inode = fstatSync(file).ino;
  const began = performance.now();
  if (way === 'Worker') {
    const worker = new Worker(program, { workerData: { file, inode, pause } });
    const exited = once(worker, 'exit'); // asked for at once: it may come together with the message
    const [seen] = await once(worker, 'message');
    const tookMs = performance.now() - began;
    await exited;
    return { ...seen, tookMs };
  }
  const { left, right } = await Pipe.open();
  const child = new Process(import.meta.url, answer, [right, file, inode, pause], { name }).start();
  right.close(); // else recv would wait for ever for a child that died
  const seen = (await left.recv()) as Seen;
  const tookMs = performance.now() - began;
  await child.join();
  return { ...seen, tookMs };
}

if (isMain(import.meta.url)) {
  const { items = 2, delay = 900 } = JSON.parse(process.argv[2] ?? '{}');
  price = 20; // later than the top of the file, before the starts
  const file = openSync(program, 'r');
  const ways = ['Process', 'Worker'];
  const facts = { ways, tookMs: [] as number[], sees: [] as number[], hasFile: [] as boolean[], sawChange: 0 };
  for (const way of ways) {
    const starts = [];
    for (let number = 1; number <= items; number++) starts.push(await start(way, `${way} ${number}`, file, delay));
    const median = medianOf(starts.map(({ tookMs }) => tookMs));
    const { price: seen, hasFile } = starts.at(-1) as Seen;
    facts.tookMs.push(Math.round(median * 100) / 100);
    facts.sees.push(seen);
    facts.hasFile.push(hasFile);
    console.log(`a ${way} sees price ${seen}, ${Math.round(median)} ms after its start`);
  }
  mark('fact', { ...facts, sawChange: facts.sees.filter((seen) => seen === 20).length });
} else if (parentPort) {
  parentPort.postMessage(look(workerData.file, workerData.inode));
  await sleep(workerData.pause);
}
