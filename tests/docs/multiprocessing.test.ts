import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as library from 'mp-tutor/multiprocessing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const LIMIT_MS = 60_000;
const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/multiprocessing.md'), 'utf8');
const prose = page.replaceAll(/^```[^]*?^```$/gm, '');
const tsc = createRequire(import.meta.url).resolve('typescript/package.json').replace('package.json', 'bin/tsc');

/** Each program of the page, with the block behind it, which is what it prints. */
const shown = [...page.matchAll(/^```(?:js|ts)(.*)\n([^]*?)^```\n([^]*?)^```text\n([^]*?)^```$/gm)].map(
  ([, file = '', text = '', , output = '']) => ({ file: file.trim(), text, output }),
);

/** A user's project: the examples, with mp-tutor among its packages. */
let project = '';
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'mp-tutor-docs-'));
  cpSync(join(root, 'docs/examples'), project, { recursive: true });
  writeFileSync(join(project, 'package.json'), '{"type": "module"}');
  mkdirSync(join(project, 'node_modules'));
  symlinkSync(root, join(project, 'node_modules/mp-tutor'));
  symlinkSync(join(root, 'node_modules/@types'), join(project, 'node_modules/@types'));
});
afterAll(() => rmSync(project, { recursive: true }));

function node(...args: readonly string[]) {
  return spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8', timeout: LIMIT_MS });
}

/** The JavaScript of a program; Node 20 runs no TypeScript. */
function compiled(program: string): string {
  if (!program.endsWith('.ts')) {
    return program;
  }
  const { status, stdout } = node(tsc, '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node', program);
  if (status !== 0) {
    throw new Error(`${program} does not compile: ${stdout}`);
  }
  return program.replace('.ts', '.js');
}

describe('the page on the library', () => {
  it('shows every example, and no program that is none', () => {
    expect(shown.map(({ file }) => file).toSorted()).toEqual(readdirSync(join(root, 'docs/examples')).map((file) => `examples/${file}`).toSorted());
    expect(page.match(/^```(js|ts)/gm)).toHaveLength(shown.length);
  });

  it.each(shown)('shows $file as it is', ({ file, text }) => {
    expect(text).toBe(readFileSync(join(root, 'docs', file), 'utf8'));
  });

  it.each(shown)('tells what $file prints', ({ file, output }) => {
    expect(node(compiled(basename(file)))).toMatchObject({ status: 0, stdout: output, stderr: '' });
  }, LIMIT_MS);

  it('names everything that the library exports, and what its classes can do', () => {
    const methods = Object.values(library).flatMap((each) => (typeof each === 'function' && each.prototype ? membersOf(each) : []));
    const unnamed = [...Object.keys(library), ...methods].filter((name) => !new RegExp(`\\b${name}\\b`).test(prose));
    expect(unnamed).toEqual([]);
  });

  it('leads nowhere that does not exist', () => {
    const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => `#${heading.toLowerCase().replaceAll(/[^a-z0-9 -]/g, '').replaceAll(' ', '-')}`);
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link).filter((link) => !link.startsWith('https:'));
    expect(links.filter((link) => (link.startsWith('#') ? !headings.includes(link) : !existsIn('docs', link)))).toEqual([]);
  });
});

/** The public methods and accessors of a class, but for those by which handles are handed over. */
function membersOf({ prototype }: { readonly prototype: object }): string[] {
  return prototype instanceof Error ? [] : Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
}

function existsIn(folder: string, link: string): boolean {
  return readdirSync(join(root, folder, link, '..')).includes(basename(link));
}
