import type { ProcessWait } from '../trace/waits.js';

/** What Python's multiprocessing starts beside the processes of a program, by how it starts them. */
type Helper = 'resource tracker' | 'fork server';

/** What such a process is; undefined for others, also for what a fork server has started, whose command is the same. */
export function helperOf({ parent, command }: ProcessWait, waits: readonly ProcessWait[]): Helper | undefined {
  const [, module] = /from multiprocessing\.(resource_tracker|forkserver) import/.exec(command) ?? [];
  if (module === 'resource_tracker') {
    return 'resource tracker';
  }
  const isForked = waits.some((other) => other.pid === parent && other.command === command);
  return module === 'forkserver' && !isForked ? 'fork server' : undefined;
}

/** What a helper does for as long as the program runs; undefined when it does something else, or is none. */
export function helperWords(process: ProcessWait, waits: readonly ProcessWait[]): string | undefined {
  const [main] = process.threads;
  if (main === undefined || main.timed) {
    return undefined;
  }
  switch (helperOf(process, waits)) {
    case 'resource tracker':
      return main.wait.kind === 'read' ? 'waits for the program to end' : undefined;
    case 'fork server':
      return main.wait.kind === 'event loop' || main.wait.kind === 'any' ? 'waits to start a process, or for the program to end' : undefined;
    case undefined:
      return undefined;
  }
}

/** Whether a helper only does its duty: nobody waits for its end. */
export function isAtRest(process: ProcessWait, waits: readonly ProcessWait[]): boolean {
  const isAwaited = waits.some(({ threads }) => threads.some(({ wait }) => wait.kind === 'children' && wait.pids.join() === `${process.pid}`));
  return !isAwaited && helperWords(process, waits) !== undefined;
}
