// In TypeScript: the types of items, results, arguments and messages follow from the functions.
import { isMain, Pipe, type PipeEnd, Pool, Process, Queue } from 'mp-tutor/multiprocessing';

interface Order {
  readonly id: number;
  readonly cents: number;
}

export function tax({ cents }: Order, rate: number): number {
  return Math.round(cents * rate);
}

/** Takes orders, and sends their sum. */
export async function addUp(orders: Queue<Order>, end: PipeEnd<number, never>): Promise<void> {
  let sum = 0;
  for await (const { cents } of orders) {
    sum += cents;
  }
  await end.send(sum);
}

if (isMain(import.meta.url)) {
  const orders: readonly Order[] = [{ id: 1, cents: 1000 }, { id: 2, cents: 500 }];

  const pool = new Pool(import.meta.url, { workers: 2, args: [0.19] });
  const taxes: number[] = await pool.map(tax, orders);
  await pool.close();

  const queue = new Queue<Order>();
  const { left, right } = await Pipe.open<never, number>();
  new Process(import.meta.url, addUp, [queue, right]).start();
  right.close();
  for (const order of orders) {
    await queue.put(order);
  }
  queue.close();
  console.log('taxes', taxes, 'of', await left.recv());
}
