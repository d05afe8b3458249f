import type { Demo, Values } from '../../demos/catalogue/index.js';
import { run, type Run } from '../../stage/index.js';
import { type Capabilities, present, write } from '../../terminal/index.js';
import type { TraceEvent } from '../../trace/event.js';
import { toChromeTrace } from '../../trace/export.js';
import { countFacts, type Facts } from '../../trace/facts.js';
import type { Outcome } from '../../trace/outcome.js';
import { showJson, showLines, showLive, toJson } from '../../views/index.js';
import { EXIT } from '../exit.js';
import type { Interrupts } from '../interrupts.js';
import { commandPrefix, type Io, type Output } from '../io.js';
import { compare } from './compare.js';
import { checkEnding } from './ending.js';
import { programOf, sourceOf } from './files.js';
import { report } from './report.js';
import { openTraceFile } from './trace-file.js';

/** A program gets this much more time than its pauses take. */
const SPARE_MS = 30_000;

export interface Playing {
  readonly io: Io;
  readonly output: Output;
  readonly interrupts: Interrupts;
  /** Where to export the trace. */
  readonly trace?: string | undefined;
}

/** Runs a demo, shows it, and says what was seen. @returns the exit code */
export async function play(demo: Demo, values: Values, playing: Playing): Promise<number> {
  const { io, output, interrupts } = playing;
  const traceFile = playing.trace === undefined ? undefined : await openTraceFile(playing.trace);
  try {
    const { events, outcome, hasLeft } = await watch(demo, values, playing);
    await traceFile?.write(toChromeTrace(events));
    if (interrupts.exitCode !== undefined) {
      return interrupts.exitCode;
    }
    if (!hasLeft) {
      checkEnding(demo.name, outcome, events);
    }
    const facts: Facts = { ...countFacts(events, outcome), ...values, ...(hasLeft ? {} : await comparison(demo, values, playing)) };
    if (output.view === 'json') {
      await write(io.stdout, `${toJson({ demo: demo.name, settings: values, facts, processes: outcome.processes })}\n`);
    } else {
      const ran = { events, outcome, ...(hasLeft ? {} : { facts }) };
      await write(io.stdout, report(demo, values, ran, {
        capabilities: output.capabilities,
        prefix: commandPrefix(io),
        withOutput: output.view === 'live',
      }));
    }
    return interrupts.exitCode ?? EXIT.well;
  } finally {
    await traceFile?.close();
  }
}

interface Watched {
  readonly events: readonly TraceEvent[];
  readonly outcome: Outcome;
  /** Whether the viewer ended it. */
  readonly hasLeft: boolean;
}

/** Shows the program until it ends, and sees to it that it does, whatever becomes of the view. */
async function watch(demo: Demo, values: Values, { io, output, interrupts }: Playing): Promise<Watched> {
  const { items = 1, delay = 0 } = values;
  const program = run({
    program: programOf(demo.name),
    args: [JSON.stringify(values)],
    limitMs: SPARE_MS + 4 * items * delay,
    signal: interrupts.signal,
  });
  let hasLeft = false;
  const leave = (): void => {
    hasLeft = true;
    void program.end();
  };
  try {
    const events = await show(demo, values, program, leave, { io, output, interrupts });
    return { events, outcome: await program.ended, hasLeft };
  } finally {
    await program.end();
  }
}

async function show(demo: Demo, values: Values, program: Run, leave: () => void, { io, output, interrupts }: Playing): Promise<TraceEvent[]> {
  const { capabilities } = output;
  switch (output.view) {
    case 'json':
      return showJson(program, { output: io.stdout });
    case 'lines':
      await write(io.stdout, `${heading(demo, values, capabilities)}\n`);
      return showLines(program, { output: io.stdout, capabilities });
    case 'live': {
      const subject = {
        title: demo.name,
        subtitle: subtitle(demo, values),
        source: await sourceOf(demo.name),
      };
      const controls = {
        stop: () => program.stop(),
        continue: () => program.continue(),
        kill: (pid: number) => program.kill(pid),
        leave,
      };
      return showLive(program, controls, subject, {
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
function heading(demo: Demo, values: Values, { terminal, columns, unicode }: Capabilities): string {
  const room = terminal ? columns : Number.POSITIVE_INFINITY;
  return present([`${demo.name} · ${subtitle(demo, values)}`], { columns: room, unicode }).join('');
}

function subtitle(demo: Demo, values: Values): string {
  return `${demo.describe(values)}${(values.delay ?? 0) > 0 ? ' · slowed down to be watched' : ''}`;
}

async function comparison(demo: Demo, values: Values, { io, output, interrupts }: Playing): Promise<Facts> {
  const comparing = values.kill ? undefined : demo.comparison?.(values);
  if (!comparing) {
    return {};
  }
  const [{ default: ora }, { default: chalk }] = await Promise.all([import('ora'), import('chalk')]);
  // Chalk, with which ora paints, does not know NO_COLOR.
  chalk.level = output.capabilities.colour;
  const isSeen = output.view === 'live' && io.stderr.isTTY && io.stderr.columns > 0;
  // A terminal of 0 columns would make ora loop for ever.
  const spinner = ora({ text: 'Measuring the same without the pauses', stream: io.stderr, isEnabled: isSeen, isSilent: !isSeen });
  spinner.start();
  try {
    return await compare(demo.name, comparing, values, interrupts.signal);
  } catch (error) {
    if (interrupts.signal.aborted) {
      return {};
    }
    throw error;
  } finally {
    spinner.stop();
  }
}
