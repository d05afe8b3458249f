// Messages a second through our Queue: `queue.mjs PRODUCERS CONSUMERS COUNT [await]`. With `await`, each put is awaited.
import { isMain, Process, Queue } from '../../dist/multiprocessing/index.js';
import { check, now, tell } from './clock.mjs';

const WARM_UP = 20_000;

/** Each producer ends its items with a sentinel for each consumer; a consumer that has one of each producer is at the end. */
export async function produce(queue, go, consumers, way) {
  for (;;) {
    const count = await go.get();
    for (let id = 1; id <= count; id += 1) {
      const put = queue.put({ id, name: 'item' });
      if (way === 'await') {
        await put;
      }
    }
    for (let consumer = 0; consumer < consumers; consumer += 1) {
      await queue.put(null);
    }
  }
}

export async function consume(queue, ready, seen, producers) {
  for (;;) {
    await ready.get();
    const report = { first: Infinity, count: 0, sum: 0 };
    for (let ended = 0; ended < producers; ) {
      const item = await queue.get();
      if (item === null) {
        ended += 1;
      } else {
        if (report.count === 0) {
          report.first = now();
        }
        report.count += 1;
        report.sum += item.id;
      }
    }
    await seen.put({ ...report, last: now() });
  }
}

if (isMain(import.meta.url)) {
  const way = process.argv[5] ?? 'plain';
  const [producers, consumers, count] = process.argv.slice(2, 5).map(Number);
  const [queue, go, ready, seen] = [new Queue(), new Queue(), new Queue(), new Queue()];
  const members = [
    ...Array.from({ length: producers }, () => new Process(import.meta.url, produce, [queue, go, consumers, way])),
    ...Array.from({ length: consumers }, () => new Process(import.meta.url, consume, [queue, ready, seen, producers])),
  ].map((member) => member.start());
  await round(WARM_UP);
  tell(await round(count / producers));
  members.forEach((member) => member.kill());
  await Promise.all(members.map((member) => member.join()));

  /** Messages a second, from the first that was taken to the last. */
  async function round(each) {
    for (let consumer = 0; consumer < consumers; consumer += 1) {
      await ready.put('ready');
    }
    for (let producer = 0; producer < producers; producer += 1) {
      await go.put(each);
    }
    const reports = [];
    for (let consumer = 0; consumer < consumers; consumer += 1) {
      reports.push(await seen.get());
    }
    const total = (name) => reports.reduce((sum, report) => sum + report[name], 0);
    check(total('count'), each * producers, 'messages');
    check(total('sum'), (producers * each * (each + 1)) / 2, 'sum of ids');
    // Who got none has no first: JSON makes null of Infinity.
    const began = Math.min(...reports.map(({ first }) => first ?? Infinity));
    return (each * producers) / (Math.max(...reports.map(({ last }) => last)) - began);
  }
}
