import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Call, Claim } from '../../course/index.js';
import { isPython, partsOf } from '../../proof/runs.js';
import { findPython } from '../../stage/index.js';
import { programOf } from '../demo/files.js';
import { version } from '../version.js';
import { agreementTo } from './agreement.js';

/**
 * SHA-256 of all that decides what comes of a claim's runs: what it asserts and runs, the programs and what they can load
 * from their folders, mp-tutor's version, and that of Python if it runs any; not of where the claim stands.
 */
export async function digestOf({ text, proof }: Claim): Promise<string> {
  const runs = partsOf(proof).map(({ run }) => run);
  const claim = JSON.stringify([text, proof], (key, value: unknown) => (key === 'place' || key === 'file' ? undefined : value));
  const programs = await Promise.all(runs.map(({ call }) => (call.kind === 'demo' ? ofDemo(call.demo) : ofProgram(call))));
  const python = runs.some(isPython) ? await findPython(new AbortController().signal) : undefined;
  return sha256(JSON.stringify([claim, programs, version(), python?.version ?? null]));
}

/** Its programs for Node and Python: which of them runs, its words say. */
async function ofDemo(name: string): Promise<string[]> {
  return Promise.all([contentOf(programOf(name, 'node')), contentOf(programOf(name, 'python'))]);
}

/** Where there is too much beside it to be compared, only the program itself counts. */
async function ofProgram(call: Extract<Call, { kind: 'program' }>): Promise<string[]> {
  return [(await agreementTo(call).catch(() => undefined)) ?? '', await contentOf(call.file)];
}

/** A program that is gone is another one than that which was run. */
async function contentOf(file: string): Promise<string> {
  return readFile(file).then(sha256, () => '');
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
