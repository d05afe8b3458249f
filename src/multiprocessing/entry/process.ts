// What a `Process` runs: the function that the first message names.
import { tracer } from '../../trace/writer.js';
import { fromWire, type Wire } from '../channel/wire.js';
import { StartError } from '../errors.js';
import { nameAsChild } from '../names.js';
import { type PackedArgument, unpack } from '../start/arguments.js';
import type { ProcessStart, StartFailure } from '../start/children.js';
import { resolve } from '../start/function-reference.js';

nameAsChild();
// The channel closes when the parent has died: nobody is left to work for.
process.once('disconnect', () => process.exit());
process.once('message', (message) => {
  const [start, ...packed] = fromWire(message as Wire);
  void run(start as ProcessStart, packed as PackedArgument[]);
});

async function run({ name, target }: ProcessStart, packed: readonly PackedArgument[]): Promise<void> {
  // From here on the process lives as long as its function, and what that leaves running, do.
  process.channel?.unref();
  tracer?.nameProcess(name);
  const span = tracer?.begin('process', 'run', { name, function: target.name });
  let hasBegun = false;
  try {
    const [fn, values] = await Promise.all([resolve(target), unpack(packed)]);
    hasBegun = true;
    await fn(...values);
    span?.end();
  } catch (error) {
    span?.end({ error: String(error) });
    process.exitCode = 1;
    if (!hasBegun && error instanceof StartError) {
      // What its module has begun may never end; the parent knows all there is to know.
      process.send?.({ startError: error.message } satisfies StartFailure, () => process.exit());
    } else {
      console.error(`${name} (process ${process.pid}) failed:`, error);
    }
  }
}
