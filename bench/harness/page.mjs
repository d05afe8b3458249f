import { cellsOf, HEADINGS, targetLine } from './words.mjs';

/** docs/benchmarks.md, from a run of all rows. */
export function page(conditions, measured) {
  const { date, cpu, cores, memoryGiB, system, node, python, cc, load, rounds } = conditions;
  return `# Benchmarks

Made by \`npm run bench -- --write\` on ${date}: ${cpu}, ${cores} cores, ${memoryGiB} GiB, ${system}; Node ${node}, ${python}, ${cc}; load
before the run ${load}. In each row the contestants took turns, ${rounds} rounds after one for warming up; the table has the median and the quartiles.
Absolute figures drift with the machine: compare within a row. \`npm ci --prefix bench\` installs the peers, and \`npm run bench\` measures all
this on yours. What each contestant does is a short program in [bench/](../bench/).

${measured.map(section).join('\n\n')}
`;
}

function section({ row, results, targets, absent, failures }) {
  const lines = [HEADINGS, ['---', '--:', '--:', '--:'], ...results.map(cellsOf)].map((cells) => `| ${cells.join(' | ')} |`);
  const notes = [
    ...targets.map((target) => `- ${targetLine(target)}`),
    ...(row.notes ?? []).map((note) => `- ${note}`),
    ...absent.map(({ name, why }) => `- Left out: ${name}: ${why}`),
    ...failures.map(({ name, why }) => `- Failed: ${name} ${why}`),
  ];
  return `## (${row.id}) ${row.title}\n\nIn ${row.unit}; ${row.better} is better.\n\n${lines.join('\n')}\n\n${notes.join('\n')}`.trimEnd();
}
