import { brief } from './controls.js';
import { didYouMean } from './ids.js';
import type { Complaint } from './known.js';
import type { Call } from './lesson.js';
import { markedFacts, wordsOf } from './marked-facts.js';
import type { Reading } from './reading.js';

/** The group of what a program prints as `name: value`. */
const PRINTED = 'printed';

/** The fact of this name; dots reach into groups and lists, as in `thread.takes.SIGKILL` and `deaths.length`. */
export function factOf(facts: Readonly<Record<string, unknown>>, name: string): unknown {
  return name.split('.').reduce<unknown>((value, part) => (isGroup(value, part) ? value[part] : undefined), facts);
}

function isGroup(value: unknown, part: string): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, part);
}

/**
 * Whether runs of this command have the fact, as far as can be told without running it: those of every run, those of the
 * demo, those that the program marks, and `printed.x` if `x` is a word of its text.
 */
export function isFactOf(call: Call, name: string, reading: Reading): boolean {
  const [first, ...parts] = name.split('.');
  if (first === PRINTED && parts[0] !== undefined) {
    return wordsOf(programText(call, reading)).includes(parts[0]);
  }
  return factNames(call, reading).some((known) => known === name || name.startsWith(`${known}.`));
}

/** Whether it is a group, of which the command has facts. */
export function isGroupOf(call: Call, name: string, reading: Reading): boolean {
  return factNames(call, reading).some((known) => known.startsWith(`${name}.`));
}

/** What is to be said of a fact that runs of this command have not got. */
export function unknownFact(call: Call, name: string, reading: Reading): Complaint {
  const of = call.kind === 'demo' ? `the demo ${brief(call.demo)}` : `the program ${brief(call.text)}`;
  const mend = name.startsWith(`${PRINTED}.`)
    ? didYouMean(
      name,
      wordsOf(programText(call, reading)).map((word) => `${PRINTED}.${word}`),
      'let its text name it, and print it as `name: value`',
    )
    : didYouMean(name, factNames(call, reading), 'docs/architecture.md lists the facts; a program adds its own by `mark`');
  return { wrong: `${of} has no fact \`${brief(name)}\``, mend };
}

/** The names that are known before a run; parts of groups only as far as they are. */
function factNames(call: Call, reading: Reading): readonly string[] {
  return call.kind === 'demo'
    ? reading.known.facts(call.demo, call.args)
    : [...reading.known.facts(undefined, []), ...(call.runtime === 'node' ? markedFacts(programText(call, reading)) : [])];
}

/** What the command runs; nothing if that cannot be read. */
function programText(call: Call, { known, files }: Reading): string {
  const file = call.kind === 'demo' ? known.program(call.demo, call.args) : call.file;
  const read = file === undefined ? undefined : files.read(file);
  return read && 'text' in read ? read.text : '';
}
