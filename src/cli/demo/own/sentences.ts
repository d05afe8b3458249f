import { list, text } from '../../../demos/catalogue/words.js';
import { isAsleep } from '../../../trace/asleep.js';
import type { TraceEvent } from '../../../trace/event.js';
import type { Outcome } from '../../../trace/outcome.js';
import { howPythonRan } from '../how-python-ran.js';
import type { Program } from '../watch.js';

/** A run of a program of the learner's. */
export interface RanOwn {
  readonly program: Program;
  readonly events: readonly TraceEvent[];
  readonly outcome: Outcome;
  /** The viewer ended it. */
  readonly hasLeft: boolean;
}

/** How the program ended, what became of its processes, and how it was run. */
export function sentencesOn({ program, events, outcome, hasLeft }: RanOwn): string[] {
  const [first] = events;
  return [
    hasLeft ? `You ended it after ${seconds(outcome)}.` : ending(outcome, events),
    outcome.processes.length === 1 ? 'One process was seen.' : `${outcome.processes.length} processes were seen.`,
    ...failures(events, first?.pid),
    ...howPythonRan(program),
    ...(outcome.ending === 'limit' && program.python && program.stdout === 'pipe'
      ? ['What its processes had printed and not yet written to the pipe was lost with them.']
      : []),
  ];
}

function ending(outcome: Outcome, events: readonly TraceEvent[]): string {
  const { ending, code, signal, hung, waits } = outcome;
  const time = seconds(outcome);
  const said = saidLast(events);
  if (hung && isAsleep(waits, events)) {
    return `It slept: after ${time} it had not ended, and all its processes only waited for a time to come. So it was ended.`;
  }
  if (ending === 'limit') {
    return hung
      ? `It hung: after ${time} it had not ended, and for the last second it did nothing and no process of it used a CPU. So it was ended.${waits.length > 0 ? ' Below is who waited for whom.' : ''}`
      : `It was not finished: after ${time} it was still at work. So it was ended.`;
  }
  if (signal !== undefined) {
    return `${signal} ended it after ${time}.${said}`;
  }
  return code === 0 ? `It ended by itself after ${time}, with exit code 0.` : `It failed: it ended after ${time} with exit code ${code ?? 'unknown'}.${said}`;
}

function seconds({ elapsedMs }: Outcome): string {
  return `${(elapsedMs / 1000).toFixed(1)} s`;
}

/** A line that names an error, as at the end of Python's traceback and at the head of Node's. */
const NAMES_AN_ERROR = /^(?:[\w.]+\.)?\w*(?:Error|Exception|Interrupt)\b/;

/** What its standard error says of its end: the last line that names an error, with the next if the text is there, or the last. */
function saidLast(events: readonly TraceEvent[]): string {
  const lines = events.filter(({ cat, name }) => cat === 'output' && name === 'stderr').map(({ args }) => text(args['text']));
  const said = lines.map((line) => line.trim()).filter((line) => line !== '');
  const at = said.findLastIndex((line) => NAMES_AN_ERROR.test(line));
  const error = said[at]?.endsWith(':') ? `${said[at]} ${said[at + 1] ?? ''}`.trim() : said[at];
  const last = error ?? said.at(-1);
  return last === undefined ? '' : ` Its standard error says: "${last}".`;
}

/** Processes of the program that did not end well, as their parents and they themselves tell. */
function failures(events: readonly TraceEvent[], main: number | undefined): string[] {
  const names = new Map(events.filter(({ ph, name }) => ph === 'M' && name === 'process_name').map(({ pid, args }) => [pid, text(args['name'])]));
  const errors = new Map(
    events
      .filter(({ ph, cat, name, args }) => ph === 'e' && cat === 'process' && name === 'run' && args['error'] !== undefined)
      .map(({ pid, args }) => [pid, text(args['error'])]),
  );
  const exits = events.filter(({ cat, name, args }) => cat === 'process' && name === 'exit' && args['child'] !== main);
  const failed = exits.filter(({ args }) => typeof args['code'] === 'number' && args['code'] !== 0);
  const signals = new Set(exits.flatMap(({ args }) => (typeof args['signal'] === 'string' ? [args['signal']] : [])));
  const who = (pid: number): string => `${names.get(pid) ?? 'a process'} (${pid})`;
  return [
    ...failed.map(({ args }) => {
      const error = errors.get(Number(args['child']));
      return `${who(Number(args['child']))} failed with exit code ${Number(args['code'])}${error === undefined ? `.${saidLast(events)}` : `: ${error}.`} The program was not told, unless it asked.`;
    }),
    ...[...signals].map((signal) => {
      const ended = exits.filter(({ args }) => args['signal'] === signal).map(({ args }) => who(Number(args['child'])));
      return `${list(ended)} ${ended.length === 1 ? 'was' : 'were'} ended by ${signal}.`;
    }),
  ];
}
