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

/** The same for one demo. */
export function runtimeOptionOf(demo: Demo): Option {
  return runtimeOption(choicesFor(demo));
}

/** Those in which a demo can be had; `both` plays one after the other. */
export function choicesFor(demo: Demo): readonly NonNullable<RuntimeFlags['runtime']>[] {
  const runtimes = runtimesOf(demo);
  return runtimes.length > 1 ? [...runtimes, 'both'] : runtimes;
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

/** Whose processes a demo shows then. @throws UsageError for what does not go together, or what the demo has not got */
export function runtimeFor(demo: Demo, { runtime, startMethod }: RuntimeFlags): NonNullable<RuntimeFlags['runtime']> {
  const [first = 'node'] = runtimesOf(demo);
  // The command above it takes the option too, before the demo's own could refuse it.
  if (runtime !== undefined && !choicesFor(demo).includes(runtime)) {
    throw new UsageError(`${demo.name} is only there for ${first === 'node' ? 'Node' : 'Python'}: give --runtime ${first}, or leave it out.`);
  }
  checkRuntime({ runtime: runtime ?? first, startMethod });
  return runtime ?? first;
}
