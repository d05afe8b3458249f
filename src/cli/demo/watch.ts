import { run, type Run } from '../../stage/index.js';
import { type Capabilities, clean, present, write } from '../../terminal/index.js';
import type { TraceEvent } from '../../trace/event.js';
import type { Outcome } from '../../trace/outcome.js';
import type { Subject } from '../../views/index.js';
import type { Interrupts } from '../interrupts.js';
import type { Io, Output } from '../io.js';
import type { PythonRun } from './python.js';

/** What is run, and what is said of it meanwhile. */
export interface Program extends Subject {
  /** Of a Python program; without, Node runs it. */
  readonly python?: PythonRun | undefined;
  /** Absolute path. */
  readonly file: string;
  readonly args: readonly string[];
  readonly limitMs: number;
  /** How much longer one that is meant to hang may go on until it does. */
  readonly patienceMs?: number | undefined;
  /** What its standard output is. */
  readonly stdout: 'pipe' | 'terminal';
}

/** Where and how a program is shown. */
export interface Watching {
  readonly io: Io;
  readonly output: Output;
  readonly interrupts: Interrupts;
}

export interface Watched {
  readonly events: readonly TraceEvent[];
  readonly outcome: Outcome;
  /** Whether the viewer ended it. */
  readonly hasLeft: boolean;
}

/** Starts a program on the stage. @throws StageError when there is no place for its trace, or no terminal for it */
export function startProgram({ python, file, args, limitMs, patienceMs, stdout }: Program, signal: AbortSignal): Run {
  return run({
    runtime: python?.executable,
    program: file,
    args,
    python: python && { startMethod: python.isChosen ? python.startMethod : undefined },
    stdout,
    limitMs,
    patienceMs,
    signal,
  });
}

/**
 * Shows the program until it ends, and sees to it that it does, whatever becomes of the view.
 * @throws StageError when it cannot be started
 */
export async function watch(program: Program, watching: Watching): Promise<Watched> {
  const running = startProgram(program, watching.interrupts.signal);
  let hasLeft = false;
  const leave = (): void => {
    hasLeft = true;
    void running.end();
  };
  try {
    const events = await show(program, running, leave, watching);
    return { events, outcome: await running.ended, hasLeft };
  } finally {
    await running.end();
  }
}

/** The views are loaded while the program starts. */
async function show(program: Program, running: Run, leave: () => void, { io, output, interrupts }: Watching): Promise<TraceEvent[]> {
  const { capabilities } = output;
  const { showJson, showLines, showLive } = await import('../../views/index.js');
  switch (output.view) {
    case 'json':
      return showJson(running, { output: io.stdout });
    case 'lines':
      await write(io.stdout, `${heading(program, capabilities)}\n`);
      return showLines(running, { output: io.stdout, capabilities });
    case 'live': {
      const controls = {
        stop: () => running.stop(),
        continue: () => running.continue(),
        kill: (pid: number) => running.kill(pid),
        leave,
      };
      return showLive(running, controls, program, {
        input: io.stdin,
        output: io.stdout,
        capabilities,
        clock: () => Number(process.hrtime.bigint()) / 1000,
        onInterrupt: () => interrupts.interrupt(),
      });
    }
  }
}

/** Only a terminal has a width that a line must not exceed. */
function heading({ title, subtitle }: Subject, { terminal, columns, unicode }: Capabilities): string {
  const room = terminal ? columns : Number.POSITIVE_INFINITY;
  const words = [title, subtitle].filter((part) => part !== '').join(' · ');
  return present([clean(words)], { columns: room, unicode }).join('');
}
