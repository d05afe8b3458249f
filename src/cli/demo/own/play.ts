import { basename } from 'node:path';
import { toJson, write } from '../../../terminal/index.js';
import { toChromeTrace } from '../../../trace/export.js';
import { EXIT, UsageError } from '../../exit.js';
import { commandPrefix } from '../../io.js';
import type { Flags } from '../act.js';
import { factsOfRun } from '../facts.js';
import type { Playing } from '../play.js';
import { openPython } from '../python.js';
import { openTraceFile } from '../trace-file.js';
import { type Program, watch } from '../watch.js';
import { findProgram } from './find.js';
import { report } from './report.js';

const LIMIT_SECONDS = 10;

/**
 * Runs a program of the learner's, shows it, and says how it ended.
 * @returns 0 if it ended well, or the viewer left; 1 if it failed, hung or was not finished at its limit
 */
export async function playOwn(name: string, args: readonly string[], flags: Flags, playing: Playing): Promise<number> {
  const { io, output, interrupts } = playing;
  const program = await prepareOwn(name, args, flags, playing);
  const traceFile = playing.trace === undefined ? undefined : await openTraceFile(playing.trace);
  try {
    const { events, outcome, hasLeft } = await watch(program, playing);
    await traceFile?.write(toChromeTrace(events));
    if (interrupts.exitCode !== undefined) {
      return interrupts.exitCode;
    }
    if (output.view === 'json') {
      const { python, stdout } = program;
      const facts = factsOfRun(program, events, outcome);
      const runtime = python ? { runtime: 'python', python: { version: python.version, startMethod: python.startMethod, stdout } } : { runtime: 'node' };
      await write(io.stdout, `${toJson({ program: name, ...runtime, facts, processes: outcome.processes, waits: outcome.waits })}\n`);
    } else {
      const style = { capabilities: output.capabilities, prefix: commandPrefix(io), withOutput: output.view === 'live' };
      await write(io.stdout, report(name, { program, events, outcome, hasLeft }, style));
    }
    const endedWell = hasLeft || (outcome.ending === 'exited' && outcome.code === 0);
    return interrupts.exitCode ?? (endedWell ? EXIT.well : EXIT.failed);
  } finally {
    await traceFile?.close();
  }
}

async function prepareOwn(name: string, args: readonly string[], flags: Flags, { io, interrupts }: Playing): Promise<Program> {
  if (flags.runtime !== undefined) {
    throw new UsageError('--runtime is for demos: a program of your own says by its ending who runs it.');
  }
  if (flags.all) {
    throw new UsageError('--all plays all demos: leave either it or your program out.');
  }
  const { file, runtime, source } = await findProgram(name);
  if (runtime === 'node' && flags.startMethod !== undefined) {
    throw new UsageError('--start-method is for Python: Node has one way to start a process.');
  }
  const python = runtime === 'python' ? await openPython(flags.startMethod, interrupts.signal) : undefined;
  const limit = flags.limit ?? LIMIT_SECONDS;
  const stdout = flags.stdout ?? (io.stdout.isTTY ? 'terminal' : 'pipe');
  return {
    python,
    file,
    args,
    limitMs: limit * 1000,
    stdout,
    title: basename(file),
    subtitle: [python ? `Python ${python.version} · ${python.startMethod}` : `Node ${process.versions.node}`, `for ${limit} s at most`].join(' · '),
    source,
  };
}
