import { readFile } from 'node:fs/promises';
import { claimsOf } from '../../../course/index.js';
import type { Checked } from '../checked.js';

const PROOF_FENCE = /^[ >]*(?:`{3,}|~{3,})\s*ya?ml proof\s*$/gm;

/** How many claims cannot be proved since something is wrong with them or with their lesson. */
export async function countBroken({ content, problems }: Checked): Promise<number> {
  const claims = claimsOf(content);
  const files = new Set(problems.map(({ place }) => place.file));
  const lacking = await Promise.all(Array.from(files, async (file) => {
    const text = await readFile(file, 'utf8').catch(() => '');
    const fences = text.match(PROOF_FENCE)?.length ?? 0;
    return Math.max(0, fences - claims.filter(({ place }) => place.file === file).length);
  }));
  return lacking.reduce((sum, count) => sum + count, 0);
}
