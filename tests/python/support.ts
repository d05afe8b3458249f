import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import type { Json, TraceEvent } from '../../src/trace/event.js';
import { countFacts, type Facts } from '../../src/trace/facts.js';
import { TraceReader } from '../../src/trace/reader.js';

/** A program that hangs is ended before its test is, so that none is left behind. */
const LIMIT_MS = 60_000;
vi.setConfig({ testTimeout: LIMIT_MS + 30_000 });

export interface Python {
  readonly executable: string;
  /** Such as `3.13.0`. */
  readonly version: string;
}

export const startMethods = ['fork', 'spawn', 'forkserver'] as const;
/** The folder that is put in front. */
export const tracerFolder = fileURLToPath(new URL('../../python', import.meta.url)).replace(/\/$/, '');
export const program = (name: string): string => fileURLToPath(new URL(`programs/${name}.py`, import.meta.url));

/** Each Python from 3.8 on that is installed, once a version, the oldest first. */
export const pythons: readonly Python[] = findPythons();

/** Without a Python there is nothing to test; in CI that would go unnoticed. */
export const noPython = pythons.length === 0 && process.env['CI'] === undefined;
export const newest = pythons.at(-1) ?? { executable: 'python3', version: 'none' };
export const oldest = pythons[0] ?? newest;

function findPythons(): Python[] {
  const versions = join(homedir(), '.pyenv/versions');
  const inPyenv = existsSync(versions) ? readdirSync(versions).map((name) => join(versions, name, 'bin/python3')) : [];
  const found = ['python3', ...inPyenv].flatMap((command) => askVersion(command));
  return found
    .filter(({ version }, index) => found.findIndex((other) => other.version === version) === index)
    .toSorted((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }));
}

function askVersion(command: string): Python[] {
  const question = 'import sys; print(sys.executable); print(".".join(map(str, sys.version_info[:3]))); sys.exit(sys.version_info < (3, 8))';
  try {
    const [executable = '', version = ''] = execFileSync(command, ['-I', '-c', question], { encoding: 'utf8', stdio: 'pipe', timeout: 10_000 }).split('\n');
    return [{ executable, version }];
  } catch {
    return [];
  }
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Traced extends Ran {
  readonly events: readonly TraceEvent[];
  readonly tornLines: number;
  readonly facts: Facts;
  readonly longestLine: number;
}

interface Options {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly python?: Python;
}

/** Runs a program without the tracer. */
export async function runPlain(file: string, { args = [], env = {}, python = newest }: Options = {}): Promise<Ran> {
  const { PYTHONUNBUFFERED: _, PYTHONPATH: __, ...inherited } = process.env;
  const child = spawn(python.executable, [file, ...args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, PYTHONHASHSEED: '0', ...env },
  });
  // Each in a session of its own, so that a program that hangs can be ended whole.
  const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), LIMIT_MS);
  const exit = new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject));
  const [code, stdout, stderr] = await Promise.all([exit, text(child.stdout), text(child.stderr)]);
  clearTimeout(timer);
  return { code, stdout, stderr };
}

/** Runs a program with the tracer in front, and reads what it wrote. */
export async function runTraced(file: string, options: Options = {}): Promise<Traced> {
  const folder = mkdtempSync(join(tmpdir(), 'mp-tutor-python-'));
  const trace = join(folder, 'trace.jsonl');
  try {
    const ran = await runPlain(file, { ...options, env: { PYTHONPATH: tracerFolder, MP_TUTOR_TRACE: trace, ...options.env } });
    return { ...ran, ...read(trace, ran) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(file: string, { code }: Ran): Pick<Traced, 'events' | 'tornLines' | 'facts' | 'longestLine'> {
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const reader = new TraceReader();
  const events = reader.push(bytes);
  reader.end();
  const { tornLines } = reader;
  const outcome = { ending: 'exited', code: code ?? undefined, signal: undefined, hung: false, elapsedMs: 0, processes: [], waits: [] } as const;
  const longestLine = bytes.toString('latin1').split('\n').reduce((most, line) => Math.max(most, line.length), 0);
  return { events, tornLines, longestLine, facts: countFacts(events, { ...outcome, tornLines }) };
}

/** The arguments of the events of this kind, in the order of the trace. */
export function argumentsOf({ events }: Traced, cat: string, name: string, ph: TraceEvent['ph']): { readonly [key: string]: Json }[] {
  return events.filter((event) => event.cat === cat && event.name === name && event.ph === ph).map(({ args }) => args);
}
