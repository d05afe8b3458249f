import { Option } from 'commander';
import type { StartMethod } from '../../stage/index.js';
import { type Demo, runtimesOf } from '../../demos/catalogue/index.js';
import { UsageError } from '../exit.js';

/** What the command line says about the runtime. */
export interface RuntimeFlags {
  readonly runtime?: 'node' | 'python' | 'both' | undefined;
  readonly startMethod?: StartMethod | undefined;
}

/** Whose processes a demo shows. @param runtimes - those that there are; the first is taken where nobody says */
export function runtimeOption(runtimes: readonly string[] = ['node', 'python', 'both']): Option {
  return new Option('--runtime <name>', `whose processes a demo shows (${runtimes[0]} by default)`).choices(runtimes);
}

/** The same for one demo, where `both` plays one after the other. */
export function runtimeOptionOf(demo: Demo): Option {
  const runtimes = runtimesOf(demo);
  return runtimeOption(runtimes.length > 1 ? [...runtimes, 'both'] : runtimes);
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
