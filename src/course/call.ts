import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Code } from 'mdast';
import { brief } from './controls.js';
import type { Call } from './lesson.js';
import type { LocatedText } from './mapping.js';
import { spotOf } from './nodes.js';
import type { Reading } from './reading.js';
import { shellWords } from './shell-words.js';

/** What stands after a command, not in it. */
const ENDS_A_COMMAND = ['|', '&', ';', '#'];
const FORMS = 'write `mp-tutor demo NAME`, `node FILE` or `python3 FILE`';

/**
 * The command of a fence that is marked `run`. What is wrong with it is in the findings, all at once.
 * @returns what it means, even if it cannot be run as it stands; undefined when that cannot be told
 */
export function readCall(fence: Code, reading: Reading): Call | undefined {
  const { findings } = reading;
  const [line, second] = commandLines(fence, reading);
  if (line === undefined) {
    findings.broken(spotOf(fence), 'there is no command to run', FORMS);
    return undefined;
  }
  if (second !== undefined) {
    findings.broken(second.spot, 'this is a second command', 'keep one command to a run');
  }
  return readCommand(line, reading);
}

/** As `readCall`, of one command. */
export function readCommand(line: LocatedText, reading: Reading): Call | undefined {
  const { words, isWhole } = readWords(line, reading);
  const [command, first, ...rest] = words;
  if (command === 'mp-tutor' && first === 'demo') {
    return demoCall(line, rest, isWhole, reading);
  }
  if (command === 'node' || command === 'python3') {
    return programCall(line, command, words.slice(1), reading);
  }
  reading.findings.broken(line.spot, `\`${brief(line.value)}\` cannot be run from a lesson`, FORMS);
  return undefined;
}

/** The words of the command, or those before what only a shell understands; whole if none of them is cut short. */
function readWords({ value: text, at }: LocatedText, { findings }: Reading): { words: readonly string[]; isWhole: boolean } {
  const split = shellWords(text);
  if ('words' in split) {
    return { words: split.words, isWhole: true };
  }
  findings.broken(
    at(split.index),
    `a run is no shell: ${brief(split.wrong) || 'this character'} means nothing here`,
    'use plain words and quoted texts only',
  );
  const isWhole = ENDS_A_COMMAND.includes(split.wrong);
  const before = text.slice(0, split.index);
  const understood = shellWords(isWhole ? before : before.replace(/\S*$/, ''));
  return { words: 'words' in understood ? understood.words : [], isWhole };
}

/** Each line of the fence that is not blank, with its place in the file. */
function commandLines(fence: Code, { lines }: Reading): LocatedText[] {
  const start = spotOf(fence);
  return fence.value.split('\n').flatMap((raw, index) => {
    const text = raw.trim();
    const line = start.line + 1 + index;
    const column = (lines[line - 1] ?? '').indexOf(text) + 1;
    const spot = column > 0 ? { line, column } : start;
    return text === '' ? [] : [{ value: text, spot, at: (offset) => ({ line: spot.line, column: spot.column + offset }) }];
  });
}

function demoCall(
  { value: text, spot }: LocatedText, [name, ...args]: readonly string[], isWhole: boolean, reading: Reading,
): Call | undefined {
  const { file, known, findings } = reading;
  if (name === undefined) {
    findings.broken(spot, 'the command names no demo', 'write `mp-tutor demo NAME`');
    return undefined;
  }
  const unknown = known.demo(name, []);
  if (unknown) {
    findings.broken(spot, unknown.wrong, unknown.mend);
  }
  const demo = unknown ? unknown.meant : name;
  const complaint = demo !== undefined && isWhole ? known.demo(demo, args) : undefined;
  if (complaint) {
    findings.broken(spot, complaint.wrong, complaint.mend);
  }
  return demo === undefined ? undefined : { kind: 'demo', demo, text, place: { file, ...spot }, args };
}

/** The program in a file, without arguments: undefined when it cannot be run, as the findings then say. */
export function readProgram(path: LocatedText, runtime: 'node' | 'python3', reading: Reading): Call | undefined {
  return programCall({ ...path, value: `${runtime} ${path.value}` }, runtime, [path.value], reading);
}

function programCall(
  { value: text, spot }: LocatedText, runtime: 'node' | 'python3', [path, ...args]: readonly string[], reading: Reading,
): Call | undefined {
  const { file, files, findings } = reading;
  const folder = dirname(file);
  if (path === undefined || path.startsWith('-')) {
    findings.broken(
      spot,
      `\`${runtime}\` is given no file`,
      `write \`${runtime} FILE\`; options of ${runtime} itself are not used here`,
    );
    return undefined;
  }
  const program = join(folder, path);
  if (isAbsolute(path) || !isWithin(folder, program) || !isWithin(files.real(folder), files.real(program))) {
    findings.broken(
      spot,
      `\`${brief(path)}\` lies outside of the lesson's folder`,
      'put the program into a folder below the lesson',
    );
    return undefined;
  }
  if (files.kind(program) !== 'file') {
    findings.broken(spot, `there is no file \`${brief(path)}\``, 'write its path as seen from the lesson');
    return undefined;
  }
  return { kind: 'program', runtime, file: program, text, place: { file, ...spot }, args };
}

function isWithin(folder: string, path: string): boolean {
  return relative(folder, path).split(sep)[0] !== '..';
}
