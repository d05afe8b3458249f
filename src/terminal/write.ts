import type { Writable } from 'node:stream';

const guarded = new WeakSet<Writable>();

/** Writes, and waits until the stream has taken it. Rejects when it cannot, as when the reader of a pipe is gone. */
export async function write(output: Writable, text: string): Promise<void> {
  surviveErrors(output);
  await new Promise<void>((resolve, reject) => {
    output.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** An error reaches whoever writes or listens; without any listener it would also end the process. */
export function surviveErrors(output: Writable): void {
  if (!guarded.has(output)) {
    guarded.add(output);
    output.on('error', () => {});
  }
}
