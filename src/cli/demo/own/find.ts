import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, resolve, sep } from 'node:path';
import { meantBy } from '../../../course/ids.js';
import { Failure } from '../../exit.js';

/** What runs a file, by its ending. */
const RUNTIMES: { readonly [ending: string]: 'node' | 'python' } = {
  '.py': 'python', '.js': 'node', '.mjs': 'node', '.cjs': 'node', '.ts': 'node', '.mts': 'node', '.cts': 'node',
};
const ENDINGS = '.py, .js, .mjs or .cjs';

/** A program of the learner. */
export interface OwnProgram {
  /** Absolute path. */
  readonly file: string;
  readonly runtime: 'node' | 'python';
  readonly source: string;
}

/** Whether a word of the command line is meant as the file of a program, and not as a demo. */
export function isProgram(name: string): boolean {
  return name.includes('/') || name.includes(sep) || extname(name) in RUNTIMES;
}

/** Finds and reads the file of a program. @throws Failure that says what is wrong with it, and what was probably meant */
export async function findProgram(name: string): Promise<OwnProgram> {
  const file = resolve(name);
  const found = await stat(file).catch(async (error: unknown) => {
    throw await notThere(name, error);
  });
  if (found.isDirectory()) {
    throw new Failure(`${name} is a folder. Name the file of a program in it.`);
  }
  // To read from a pipe or a terminal could take for ever.
  if (!found.isFile()) {
    throw new Failure(`${name} is no file, and cannot be run as a program.`);
  }
  const runtime = RUNTIMES[extname(file)];
  if (runtime === undefined) {
    throw new Failure(`${name} is no program that mp-tutor can run: its name must end with ${ENDINGS}.`);
  }
  if (/\.[cm]?ts$/.test(file) && !runsTypeScript()) {
    throw new Failure(
      `${name} is TypeScript, which Node ${process.versions.node} cannot run. Node 22.18 or later can; or compile it, and name the JavaScript file.`,
    );
  }
  const source = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Failure(`${name} cannot be read: ${reasonOf(error)}. \`ls -l\` shows who may read it.`, { cause: error });
  });
  return { file, runtime, source };
}

/** Newer versions of Node leave out the types of a program that they run. */
function runsTypeScript(): boolean {
  return 'typescript' in process.features && process.features.typescript !== false;
}

async function notThere(name: string, error: unknown): Promise<Failure> {
  const code = codeOf(error);
  if (code !== 'ENOENT' && code !== 'ENOTDIR') {
    return new Failure(`${name} cannot be read: ${reasonOf(error)}.`, { cause: error });
  }
  const folder = dirname(name);
  const programs = (await readdir(folder).catch(() => [])).filter((each) => extname(each) in RUNTIMES);
  const near = meantBy(basename(name), programs);
  const path = folder === '.' ? near : `${folder}/${near}`;
  return new Failure(`there is no file ${name}.${near === undefined ? ' See where it is with `ls`.' : ` Did you mean ${path}?`}`, { cause: error });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return code === 'EACCES' || code === 'EPERM' ? 'permission denied' : code;
}
