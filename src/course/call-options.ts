import type { StartMethod } from './claim.js';
import type { Call } from './lesson.js';

export const START_METHODS: readonly StartMethod[] = ['fork', 'spawn', 'forkserver'];

/** Whether Python runs it. */
export function isPython(call: Call): boolean {
  return call.kind === 'program' ? call.runtime === 'python3' : optionOf(call.args, '--runtime') === 'python';
}

/** The start method that the command of a demo asks for. */
export function saidMethod({ kind, args }: Call): StartMethod | undefined {
  return START_METHODS.find((method) => kind === 'demo' && method === optionOf(args, '--start-method'));
}

function optionOf(args: readonly string[], name: string): string | undefined {
  const index = args.findLastIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  return args[index] === name ? args[index + 1] : args[index]?.slice(name.length + 1);
}
