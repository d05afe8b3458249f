import type { Demo, Values } from '../../demos/catalogue/index.js';
import { toJson, write } from '../../terminal/index.js';
import type { TraceEvent } from '../../trace/event.js';
import type { Facts } from '../../trace/facts.js';
import type { Outcome } from '../../trace/outcome.js';
import { EXIT } from '../exit.js';
import { commandPrefix } from '../io.js';
import { demoProgram, hangs, type HowToRun } from './program.js';
import { type Program, watch, type Watching } from './watch.js';

export interface Playing extends Watching {
  /** Where to export the trace. */
  readonly trace?: string | undefined;
}

/** A run that was played to its end. */
export interface Played {
  readonly program: Program;
  readonly facts: Facts;
  readonly events: readonly TraceEvent[];
  readonly outcome: Outcome;
}

/**
 * Runs a demo, shows it, and says what was seen.
 * @returns the exit code if somebody ended it before its end
 * @throws Failure when the program did not end as it should
 */
export async function play(demo: Demo, values: Values, how: HowToRun, playing: Playing): Promise<Played | { readonly code: number }> {
  const { io, output, interrupts } = playing;
  const traceFile = playing.trace === undefined ? undefined : await (await import('./trace-file.js')).openTraceFile(playing.trace);
  try {
    const program = await demoProgram(demo, values, how);
    const { events, outcome, hasLeft } = await watch(program, playing);
    const { checkEnding, factsOfDemo, measure, report, toChromeTrace } = await import('./afterwards.js');
    await traceFile?.write(toChromeTrace(events));
    if (interrupts.exitCode !== undefined) {
      return { code: interrupts.exitCode };
    }
    if (!hasLeft && !endedAsShown(demo, values, program, events, outcome)) {
      checkEnding(demo.name, outcome, events);
    }
    const compared = hasLeft || outcome.hung ? {} : await measure(demo, values, program.python, playing);
    const facts: Facts = { ...factsOfDemo(demo, values, program, events, outcome), ...compared };
    if (output.view === 'json') {
      await write(io.stdout, `${toJson(resultOf(demo, values, { program, facts, events, outcome }))}\n`);
    } else {
      const ran = { program, events, outcome, ...(hasLeft ? {} : { facts }) };
      await write(io.stdout, report(demo, values, ran, {
        capabilities: output.capabilities,
        prefix: commandPrefix(io),
        withOutput: output.view === 'live',
      }));
    }
    return hasLeft || interrupts.exitCode !== undefined
      ? { code: interrupts.exitCode ?? EXIT.well }
      : { program, facts, events, outcome };
  } finally {
    await traceFile?.close();
  }
}

/** The last line of `--json`. */
function resultOf(demo: Demo, values: Values, { program, facts, outcome }: Played): object {
  const { python, stdout } = program;
  return {
    demo: demo.name,
    runtime: python ? 'python' : 'node',
    ...(python && { python: { version: python.version, startMethod: python.startMethod, stdout } }),
    settings: values,
    facts,
    processes: outcome.processes,
    waits: outcome.waits,
  };
}

/** Some programs are there to hang; others, of Python, do when the viewer kills a process of theirs. */
function endedAsShown(demo: Demo, values: Values, { python }: Program, events: readonly TraceEvent[], { hung }: Outcome): boolean {
  const hasKilled = events.some(({ cat, name }) => cat === 'stage' && name === 'kill');
  return hung && (hangs(demo, values, python) || (python !== undefined && hasKilled));
}
