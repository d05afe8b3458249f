import { readProgram } from './call.js';
import type { Spot } from './findings.js';
import type { Call, Exercise, ExerciseProgram } from './lesson.js';
import type { LocatedText, Mapping } from './mapping.js';
import type { Reading } from './reading.js';

const KEYS = ['program', 'solution', 'wrong'];

/** What runs a language's programs, and how their files are named: `.js` means one thing or another, as the learner's folder says. */
const LANGUAGES = [
  { name: 'python', runtime: 'python3', file: /\.py$/, form: '.py' },
  { name: 'node', runtime: 'node', file: /\.[mc]js$/, form: '.mjs or .cjs' },
] as const;

type Language = (typeof LANGUAGES)[number];

/** The programs of an exercise, and how each is run: all that its checks will be held against. */
export interface ExercisePrograms {
  readonly programs: Exercise['programs'];
  readonly calls: readonly { readonly call: Call; readonly spot: Spot }[];
}

/** @param spot - of the fence */
export function readExercisePrograms(mapping: Mapping, spot: Spot, reading: Reading): ExercisePrograms {
  const read = LANGUAGES.flatMap((language) => {
    const group = mapping.group(language.name, KEYS);
    return group ? [{ name: language.name, ...readPrograms(group, language, mapping.spot(language.name), reading) }] : [];
  });
  if (!LANGUAGES.some(({ name }) => mapping.has(name))) {
    reading.findings.broken(spot, 'there is no program in this exercise', 'write `python: {program: FILE, solution: FILE, wrong: [FILE]}`, or `node:`, or both');
  }
  return {
    programs: Object.fromEntries(read.flatMap(({ name, program }) => (program ? [[name, program]] : []))),
    calls: read.flatMap(({ calls }) => calls),
  };
}

interface Read {
  readonly program: ExerciseProgram | undefined;
  readonly calls: ExercisePrograms['calls'];
}

function readPrograms(group: Mapping, language: Language, spot: Spot, reading: Reading): Read {
  const { findings } = reading;
  for (const key of ['program', 'solution'].filter((each) => !group.has(each))) {
    findings.broken(spot, `\`${language.name}\` has no \`${key}\``, `write \`${key}: FILE\` in it`);
  }
  const [program, solution] = [group.text('program', 'write `program: FILE`'), group.text('solution', 'write `solution: FILE`')];
  const wrong = group.texts('wrong');
  if (wrong === undefined) {
    findings.flawed(spot, `\`${language.name}\` has no near miss, so it is not known whether the checks tell one from a solution`, 'write `wrong: [FILE]`');
  }
  const paths = [program, solution, ...(wrong ?? [])].filter((path) => path !== undefined);
  const calls = paths.flatMap((path) => {
    checkName(path, language, reading);
    const call = readProgram(path, language.runtime, reading);
    return call?.kind === 'program' ? [{ path, file: call.file, call, spot: path.spot }] : [];
  });
  checkSame(calls, reading);
  const fileOf = (path: LocatedText | undefined): string | undefined => calls.find((each) => each.path === path)?.file;
  const [first, solved] = [fileOf(program), fileOf(solution)];
  return {
    program: first === undefined || solved === undefined
      ? undefined
      : { program: first, solution: solved, wrong: (wrong ?? []).flatMap((path) => fileOf(path) ?? []) },
    calls,
  };
}

function checkName({ value, spot }: LocatedText, { name, file, form }: Language, { findings }: Reading): void {
  if (!file.test(value)) {
    findings.broken(spot, `the name of a program of \`${name}\` must end in ${form}`, 'rename the file');
  }
}

function checkSame(calls: readonly { readonly file: string; readonly spot: Spot }[], { findings }: Reading): void {
  calls.forEach(({ file, spot }, index) => {
    if (calls.findIndex((each) => each.file === file) < index) {
      findings.broken(spot, 'this file is there twice', 'take another file for the solution, and for each near miss');
    }
  });
}
