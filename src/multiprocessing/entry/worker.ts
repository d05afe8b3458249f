// What a worker of a `Pool` runs: one item at a time, in the order in which they come, until the channel closes.
import { performance } from 'node:perf_hooks';
import type { Arguments } from '../../trace/event.js';
import { preview, tracer } from '../../trace/writer.js';
import { fromWire, toWire, type Wire } from '../channel/wire.js';
import { nameAsChild } from '../names.js';
import { embedError, type FromWorker, type ToWorker } from '../pool/messages.js';
import { findUnsendable, tooLarge } from '../pool/unsendable.js';
import { type PackedArgument, unpack } from '../start/arguments.js';
import type { WorkerStart } from '../start/children.js';
import { resolve, type Callable } from '../start/function-reference.js';
import { importModule } from '../start/importing.js';
import { isThenable } from '../values/thenable.js';
import { embedAll, unembed, type Embedded } from '../values/codec.js';

type Tasks = Extract<ToWorker, readonly ['tasks', ...unknown[]]>;

/** Up to so many items are done between two looks at the clock, while they are cheap. */
const MAX_STEP = 64;

nameAsChild();
process.once('disconnect', () => process.exit());
process.once('message', (message) => {
  const [start, ...packed] = fromWire(message as Wire);
  void work(start as WorkerStart, packed as PackedArgument[]);
});

async function work(start: WorkerStart, packed: readonly PackedArgument[]): Promise<void> {
  const inbox: ToWorker[] = [];
  const functions = new Map<number, Callable>();
  let isBusy = true;
  let args: readonly unknown[] = [];

  process.on('message', (message) => {
    inbox.push(fromWire(message as Wire) as unknown as ToWorker);
    void serve();
  });
  tracer?.nameProcess(start.name);
  try {
    [args] = await Promise.all([unpack(packed), importModule(start.module)]);
    answer(['ready']);
  } catch (error) {
    answer(['unusable', error instanceof Error ? (error.stack ?? error.message) : String(error)]);
  }
  isBusy = false;
  await serve();

  async function serve(): Promise<void> {
    if (isBusy) {
      return;
    }
    isBusy = true;
    for (let message = inbox.shift(); message; message = inbox.shift()) {
      if (message[0] === 'function') {
        functions.set(message[1], await resolve(message[2]).catch(thrower));
      } else {
        await doTasks(message, functions.get(message[2]) ?? thrower(new Error('unknown function')), args);
      }
    }
    isBusy = false;
  }
}

/** Does the items of a message, or as many as the time for them allows, and answers with what came out. */
async function doTasks([, id, , job, index, embedded, budgetMs]: Tasks, fn: Callable, args: readonly unknown[]): Promise<void> {
  const items = unembed(embedded) as unknown[];
  const results: unknown[] = [];
  const began = performance.now();
  let elapsed = 0;
  let failure: { readonly error: unknown } | undefined;
  try {
    for (let step = 1; results.length < items.length && elapsed < budgetMs; ) {
      const until = Math.min(results.length + step, items.length);
      while (results.length < until) {
        const item = items[results.length];
        const result = tracer ? traced(fn, item, args, { job, index: index + results.length }) : fn(item, ...args);
        results.push(isThenable(result) ? await result : result);
      }
      elapsed = performance.now() - began;
      if (step < MAX_STEP && elapsed * MAX_STEP < results.length) {
        step *= 2;
      }
    }
  } catch (error) {
    failure = { error };
    elapsed = performance.now() - began;
  }
  deliver(id, index, results, (sent) =>
    failure ? ['failed', id, sent, elapsed, embedError(failure.error)] : ['done', id, sent, elapsed],
  );
}

/** Answers with results: in parts where one of them cannot be sent, or where together they are too large for a message. */
function deliver(id: number, index: number, results: readonly unknown[], last: (sent: Embedded) => FromWorker): void {
  try {
    answer(last(embedAll(results, 'results')));
  } catch (error) {
    const half = results.length >> 1;
    const bad = findUnsendable(results, 'result', index);
    if (bad ?? half === 0) {
      const { offset, error: reason } = bad ?? { offset: 0, error: tooLarge('result', index, error) };
      deliver(id, index, results.slice(0, offset), (sent) => ['part', id, sent, embedError(reason)]);
      // Without results it was the error of a task that was too large: the part has told of another in its place.
      deliver(id, index + offset + 1, results.slice(offset + 1), results.length > 0 ? last : (sent) => ['done', id, sent, 0]);
    } else {
      deliver(id, index, results.slice(0, half), (sent) => ['part', id, sent]);
      deliver(id, index + half, results.slice(half), last);
    }
  }
}

async function traced(fn: Callable, item: unknown, args: readonly unknown[], task: Arguments): Promise<unknown> {
  const span = tracer?.begin('pool', 'task', { ...task, value: preview(item) });
  try {
    const result = await fn(item, ...args);
    span?.end({ value: preview(result) });
    return result;
  } catch (error) {
    span?.end({ error: String(error) });
    throw error;
  }
}

/** A send that fails means that the parent has gone; the closing channel ends us. */
function answer(message: FromWorker): void {
  process.send?.(toWire(message), undefined, undefined, () => {});
}

function thrower(error: unknown): Callable {
  return () => {
    throw error;
  };
}
