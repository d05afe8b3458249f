import { Option } from 'commander';
import type { StartMethod } from '../../stage/index.js';
import { UsageError } from '../exit.js';

/** What the command line says about the runtime. */
export interface RuntimeFlags {
  readonly runtime?: 'node' | 'python' | 'both' | undefined;
  readonly startMethod?: StartMethod | undefined;
}

/** Whose processes a demo shows. A lesson runs one of the two. */
export function runtimeOption(runtimes: readonly string[] = ['node', 'python', 'both']): Option {
  return new Option('--runtime <name>', 'whose processes a demo shows (node by default)').choices(runtimes);
}

/** How Python starts a process. */
export function startMethodOption(): Option {
  return new Option('--start-method <method>', 'how Python starts a process, if not by its default').choices(['fork', 'spawn', 'forkserver']);
}

/** @throws UsageError when a start method is asked for, and no Python */
export function checkRuntime({ runtime = 'node', startMethod }: RuntimeFlags): void {
  if (runtime === 'node' && startMethod !== undefined) {
    throw new UsageError('--start-method is for Python: Node has one way to start a process. Give --runtime python too.');
  }
}
