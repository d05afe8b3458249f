import { brief } from './controls.js';
import { didYouMean } from './ids.js';
import type { Complaint } from './known.js';
import type { Call } from './lesson.js';
import type { Reading } from './reading.js';

/** The group of what a program prints as `name: value`. */
const PRINTED = 'printed';
const MOST_COMPARED = 1000;

/** The fact of this name; dots reach into groups and lists, as in `thread.takes.SIGKILL` and `deaths.length`. */
export function factOf(facts: Readonly<Record<string, unknown>>, name: string): unknown {
  return name.split('.').reduce<unknown>((value, part) => (isGroup(value, part) ? value[part] : undefined), facts);
}

function isGroup(value: unknown, part: string): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, part);
}

/** The names of the facts of a command's runs, as far as they are known before a run. */
export interface CallNames {
  readonly all: ReadonlySet<string>;
  /** The groups that hold some of them. */
  readonly groups: ReadonlySet<string>;
  /** Those without parts. */
  readonly plain: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/**
 * Whether runs of this command have the fact, as far as can be told without running it: those of every run, those of the
 * demo, those that the program marks, and `printed.x` if `x` is a word of its text.
 */
export function isFactOf(call: Call, name: string, reading: Reading): boolean {
  const { all, plain, words } = namesOf(call, reading);
  const [first, ...parts] = name.split('.');
  if (first === PRINTED && parts[0] !== undefined) {
    return words.has(parts[0]);
  }
  return all.has(name) || holdersOf(name).some((holder) => all.has(holder) && !plain.has(holder));
}

/** Whether it is a group, of which the command has facts. */
export function isGroupOf(call: Call, name: string, reading: Reading): boolean {
  return namesOf(call, reading).groups.has(name);
}

/** What is to be said of a fact that runs of this command have not got. */
export function unknownFact(call: Call, name: string, reading: Reading): Complaint {
  const { all, plain, words } = namesOf(call, reading);
  const of = call.kind === 'demo' ? `the demo ${brief(call.demo)}` : `the program ${brief(call.text)}`;
  const holder = holdersOf(name).find((each) => plain.has(each));
  if (holder !== undefined) {
    return { wrong: `\`${brief(holder)}\` of ${of} is neither a group nor a list, so it has no parts`, mend: `write \`${brief(holder)}\`` };
  }
  const mend = name.startsWith(`${PRINTED}.`)
    ? didYouMean(name, first(words).map((word) => `${PRINTED}.${word}`), 'let its text name it, and print it as `name: value`')
    : didYouMean(name, first(all), 'docs/architecture.md lists the facts; a program adds its own by `mark`');
  return { wrong: `${of} has no fact \`${brief(name)}\``, mend };
}

/** To compare a name with each word of a long text takes long. */
function first(names: ReadonlySet<string>): string[] {
  return [...names].slice(0, MOST_COMPARED);
}

/** What a name reaches into: `a` and `a.b` of `a.b.c`. */
function holdersOf(name: string): string[] {
  const parts = name.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
}

function namesOf(call: Call, reading: Reading): CallNames {
  const { kind, args } = call;
  const key = JSON.stringify(kind === 'demo' ? [kind, call.demo, args] : [call.runtime, call.file]);
  const names = reading.callNames.get(key) ?? findNames(call, reading);
  reading.callNames.set(key, names);
  return names;
}

function findNames(call: Call, { known, files }: Reading): CallNames {
  const [demo, args] = call.kind === 'demo' ? [call.demo, call.args] : [undefined, []];
  const file = call.kind === 'demo' ? known.program(call.demo, call.args) : call.file;
  const { words, marked } = file === undefined ? { words: new Set<string>(), marked: [] } : files.names(file);
  const own = call.kind === 'program' && call.runtime === 'node' ? new Set(marked) : new Set<string>();
  const all = new Set([...known.facts(demo, args), ...own]);
  // What a program marks itself takes the place of what the tutor counts.
  const plain = new Set(known.plainFacts(demo, args).filter((name) => !own.has(name)));
  return { all, groups: new Set([...all].flatMap(holdersOf)), plain, words };
}
