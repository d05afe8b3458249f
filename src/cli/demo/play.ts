import type { Demo, Values } from '../../demos/catalogue/index.js';
import { toJson, write } from '../../terminal/index.js';
import { toChromeTrace } from '../../trace/export.js';
import { countFacts, type Facts } from '../../trace/facts.js';
import { EXIT } from '../exit.js';
import { commandPrefix } from '../io.js';
import { checkEnding } from './ending.js';
import { measure } from './measure.js';
import { demoProgram } from './program.js';
import { report } from './report.js';
import { openTraceFile } from './trace-file.js';
import { watch, type Watching } from './watch.js';

export interface Playing extends Watching {
  /** Where to export the trace. */
  readonly trace?: string | undefined;
}

/** Runs a demo, shows it, and says what was seen. @returns the exit code */
export async function play(demo: Demo, values: Values, playing: Playing): Promise<number> {
  const { io, output, interrupts } = playing;
  const traceFile = playing.trace === undefined ? undefined : await openTraceFile(playing.trace);
  try {
    const { events, outcome, hasLeft } = await watch(await demoProgram(demo, values), playing);
    await traceFile?.write(toChromeTrace(events));
    if (interrupts.exitCode !== undefined) {
      return interrupts.exitCode;
    }
    if (!hasLeft) {
      checkEnding(demo.name, outcome, events);
    }
    const facts: Facts = { ...countFacts(events, outcome), ...values, ...(hasLeft ? {} : await measure(demo, values, playing)) };
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
