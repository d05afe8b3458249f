import { temporaryFolder, writeFiles } from './sample-course.js';

/** Programs that tell a number `n` if they are given one, need CPU time `ms`, hang, or break down. */
const PROGRAMS = {
  'programs/print.mjs': "if (process.argv[2]) {\n  console.log('n:', process.argv[2]);\n}\n",
  'programs/work.mjs': `const before = process.cpuUsage();
const end = Number(process.argv[2]) * 4e6;
let sum = 0;
for (let i = 0; i < end; i++) {
  sum += i % 7;
}
console.log('ms:', process.cpuUsage(before).user / 1000, sum < 0 ? sum : '');
`,
  'programs/hang.mjs': 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);\n',
  'programs/sleep.mjs': 'setTimeout(() => {}, 60_000);\n',
  'programs/end.mjs': "console.log('n: 0');\n",
  'programs/crash.mjs': "throw new Error('no');\n",
};

/** A claim: its anchor's words, and its proof as YAML. */
export type Written = readonly [sentence: string, proof: string];

/** A course of one lesson, `a`, with these claims, in a folder of its own. */
export function claimsCourse(claims: readonly Written[], more = ''): string {
  const folder = temporaryFolder();
  const written = claims.map(([sentence, proof]) => `### Claim: ${sentence}\n\n\`\`\`yaml proof\n${proof}\n\`\`\`\n`);
  const head = '---\nid: a\n---\n\n# Is it so?\n\n## Answer\n\nIt is.\n\n> [!TIP]\n> It is.\n\n';
  writeFiles(folder, { ...PROGRAMS, 'a.md': `${head}${written.join('\n')}${more}` });
  return folder;
}
