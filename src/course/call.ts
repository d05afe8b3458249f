import { dirname, isAbsolute, join, relative } from 'node:path';
import type { Code } from 'mdast';
import { brief } from './controls.js';
import type { Spot } from './findings.js';
import type { Call } from './lesson.js';
import { spotOf } from './markdown.js';
import type { Reading } from './reading.js';
import { shellWords } from './shell-words.js';

const FORMS = 'write `mp-tutor demo NAME`, `node FILE` or `python3 FILE`';

interface Line {
  readonly text: string;
  readonly spot: Spot;
}

/** The command of a fence that is marked `run`; undefined when it cannot be run, as the findings then say. */
export function readCall(fence: Code, reading: Reading): Call | undefined {
  const { findings } = reading;
  const lines = commandLines(fence, reading);
  const [line, second] = lines;
  if (line === undefined) {
    findings.broken(spotOf(fence), 'there is no command to run', FORMS);
    return undefined;
  }
  if (second !== undefined) {
    findings.broken(second.spot, 'this is a second command', 'keep one command to a run');
    return undefined;
  }
  const split = shellWords(line.text);
  if ('wrong' in split) {
    const spot = { line: line.spot.line, column: line.spot.column + split.index };
    findings.broken(
      spot,
      `a run is no shell: ${brief(split.wrong) || 'this character'} means nothing here`,
      'use plain words and quoted texts only',
    );
    return undefined;
  }
  const [command, first, ...rest] = split.words;
  if (command === 'mp-tutor' && first === 'demo') {
    return demoCall(line, rest, reading);
  }
  if (command === 'node' || command === 'python3') {
    return programCall(line, command, split.words.slice(1), reading);
  }
  findings.broken(line.spot, `\`${brief(line.text)}\` cannot be run from a lesson`, FORMS);
  return undefined;
}

/** Each line of the fence that is not blank, with its place in the file. */
function commandLines(fence: Code, { lines }: Reading): Line[] {
  const start = spotOf(fence);
  return fence.value.split('\n').flatMap((raw, index) => {
    const text = raw.trim();
    const line = start.line + 1 + index;
    const column = (lines[line - 1] ?? '').indexOf(text) + 1;
    return text === '' ? [] : [{ text, spot: column > 0 ? { line, column } : start }];
  });
}

function demoCall({ text, spot }: Line, [demo, ...args]: readonly string[], reading: Reading): Call | undefined {
  const { file, known, findings } = reading;
  if (demo === undefined) {
    findings.broken(spot, 'the command names no demo', 'write `mp-tutor demo NAME`');
    return undefined;
  }
  const complaint = known.demo(demo, args);
  if (complaint) {
    findings.broken(spot, complaint.wrong, complaint.mend);
    return undefined;
  }
  return { kind: 'demo', demo, text, place: { file, ...spot }, args };
}

function programCall(
  { text, spot }: Line, runtime: 'node' | 'python3', [path, ...args]: readonly string[], reading: Reading,
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
  if (isAbsolute(path) || relative(folder, program).startsWith('..')) {
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
