import { diskFiles } from '../../../course/files.js';
import type { Checked } from '../checked.js';
import type { Broken } from './proved.js';

const PROOF = fenceOf('proof');
const EXERCISE = fenceOf('exercise');
/** This section makes a claim without a fence. */
const MEND = /^##\s+Mend\s*$/gim;

function fenceOf(word: string): RegExp {
  return new RegExp(String.raw`^[ >]*(?:\`{3,}|~{3,})\s*ya?ml ${word}\s*$`, 'gm');
}

/** How many claims and exercises cannot be proved since something is wrong with them or with their lesson. */
export async function countBroken({ content, problems }: Checked): Promise<Broken> {
  const broken = { claims: 0, exercises: 0 };
  for (const file of new Set(problems.map(({ place }) => place.file))) {
    const read = diskFiles().read(file);
    const text = 'text' in read ? read.text : '';
    const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
    const lessons = content.lessons.filter((lesson) => lesson.file === file);
    broken.claims += Math.max(0, count(PROOF) + count(MEND) - lessons.reduce((sum, { claims }) => sum + claims.length, 0));
    broken.exercises += Math.max(0, count(EXERCISE) - lessons.filter(({ exercise }) => exercise).length);
  }
  return broken;
}
