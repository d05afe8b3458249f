// docs/benchmarks.md, from the rows as they were last measured.
import { cellsOf, found, HEADINGS, targetLine, verdictOf, wanted } from './words.mjs';

/** The longest bar of a curve, in characters. */
const BAR = 24;
/** Of what a contestant complained, in characters. */
const MOST_TOLD = 120;

export function page({ machine, rows }) {
  const minutes = Math.ceil(rows.reduce((sum, { seconds }) => sum + seconds, 0) / 60);
  const { cpu, cores, memoryGiB, system, node, python, cc, peers } = machine;
  return `# Benchmarks

mp-tutor beside other pools, Python and C: what is quicker, what is slower, and which targets were missed. Written by
\`npm run bench -- --write\`; nothing here is edited by hand.

- **Machine**: ${cpu}, ${cores} cores, ${memoryGiB} GiB, ${system}
- **Versions**: ${[node, python, cc].join('; ')}
- **Peers**: ${peers.join(', ')}

**How to read it.** The contestants of a row take turns, in programs of their own that measure themselves: one round to warm up, then
as many as the row says. A table has the *median* of the rounds, the *quartiles* (half of the rounds lie between them), and the *ratio*
of the median to that of the line with 1.00. A target is judged by the median of the ratios in each round. Figures drift with the
machine and its load: compare within a row, and where quartiles overlap, take the two as equal.

**To repeat it.** \`npm ci --prefix bench\` installs the peers, \`npm run bench\` measures all rows on your machine (here that took ${minutes} min),
\`npm run bench -- --row d\` one of them; CONTRIBUTING.md has the other options. What each contestant does is a short program in
[bench/](../bench/). The peers are set up as their documentation says for a fixed number of workers that stay
([peers.mjs](../bench/programs/pool/peers.mjs)): piscina and tinypool with \`minThreads\` = \`maxThreads\`, and piscina without
\`recordTiming\`; workerpool with \`minWorkers\` = \`maxWorkers\`; jest-worker with \`numWorkers\` and \`exposedMethods\`. Where a row tunes
one further, its notes say how.

## Targets

${targetsOf(rows)}

${rows.map(section).join('\n\n')}
`;
}

function targetsOf(rows) {
  const targets = rows.flatMap(({ id, title, targets: own }) => own.map((target) => ({ ...target, row: `[${id}](#${anchor({ id, title })})` })));
  const judged = targets.filter(({ verdict }) => ['met', 'missed', 'open'].includes(verdict));
  const met = judged.filter(({ verdict }) => verdict === 'met');
  const lines = targets.map((target) => [
    target.row,
    target.says,
    wanted(target),
    target.ratio === undefined ? '' : found(target),
    target.verdict === 'missed' ? `**${verdictOf(target)}**` : verdictOf(target),
  ]);
  return `${met.length} of ${judged.length} are met.\n\n${tableOf(['row', 'target', 'wanted', 'found', ''], lines)}`;
}

const heading = ({ id, title }) => `(${id}) ${title}`;

/** As GitHub makes it of the heading. */
const anchor = (row) =>
  heading(row)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\- ]/gu, '')
    .replaceAll(' ', '-');

function section(row) {
  const { unit, better, date, commit, load, rounds, isCurve, results, targets, notes, absent, failures } = row;
  const longest = Math.max(...results.map(({ median }) => median));
  const lines = results.map((result) => [...cellsOf(result), ...(isCurve ? [bar(result.median / longest)] : [])]);
  const remarks = [
    ...targets.map(targetLine),
    ...notes,
    ...absent.map(({ name, why }) => `Left out: ${name}: ${why}`),
    ...failures.map(({ name, why }) => `**Failed**: ${name} ${inOneLine(why)}`),
  ];
  return [
    `## ${heading(row)}`,
    `In ${unit}; ${better} is better. ${rounds} rounds on ${date}${commit === undefined ? '' : ` at ${commit}`}, load before them ${load}.`,
    tableOf([...HEADINGS, ...(isCurve ? [''] : [])], lines),
    remarks.map((remark) => `- ${remark}`).join('\n'),
  ]
    .join('\n\n')
    .trimEnd();
}

const inOneLine = (why) => `\`${why.replaceAll('`', "'").replaceAll(/\s+/g, ' ').trim().slice(0, MOST_TOLD)}\``;

/** For eyes only: the figure says the same to who listens to the page. */
function bar(share) {
  return `<span aria-hidden="true">${'█'.repeat(Math.max(1, Math.round(share * BAR)))}</span>`;
}

/** Names are on the left, figures on the right. */
function tableOf(headings, lines) {
  const isFigure = (cell, column) => column > 0 && /^[\d.,]+( to [\d.,]+)?$/.test(cell);
  const rules = headings.map((_, column) => (lines.some((line) => isFigure(line[column] ?? '', column)) ? '--:' : '---'));
  return [headings, rules, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
