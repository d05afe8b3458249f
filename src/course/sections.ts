import type { Heading, Root, RootContent } from 'mdast';
import { brief } from './controls.js';
import { type Findings, type Spot, START } from './findings.js';
import type { Blocks } from './lesson.js';
import { plainText, spotOf } from './nodes.js';
import { readNames, type SectionName } from './section-names.js';

/** A section that the format knows. */
export interface Named {
  readonly spot: Spot;
  readonly blocks: Blocks;
}

/** A lesson divided by its headings. */
export interface Sections {
  readonly title: string;
  readonly opening: Blocks;
  readonly named: ReadonlyMap<SectionName, Named>;
  /** Those with titles of their own. */
  readonly more: readonly { readonly title: string; readonly blocks: Blocks }[];
}

/** A heading and what stands below it. */
interface Cut {
  readonly heading: Heading;
  readonly blocks: RootContent[];
}

/** Divides a lesson by its headings of level 1 and 2, and tells what is missing, doubled or out of order. */
export function readSections(root: Root, findings: Findings): Sections {
  const body = root.children.filter(({ type }) => type !== 'yaml');
  const [before, titles] = cutAt(body, 1);
  const [title, ...others] = titles;
  checkTitle(before, titles, findings);
  // So that whoever forgot the title still hears of the rest.
  const [opening, cuts] = cutAt(title ? [...title.blocks, ...others.flatMap(({ blocks }) => blocks)] : before, 2);
  const names = readNames(cuts.map(({ heading }) => heading), findings);
  const named = nameSections(cuts, names, findings);
  if (!named.has('Answer')) {
    const spot = title ? spotOf(title.heading) : START;
    findings.broken(spot, 'the lesson has no answer', 'write one below a heading `## Answer`');
  }
  const more = cuts
    .filter((_, index) => names[index] === undefined)
    .map(({ heading, blocks }) => ({ title: plainText(heading), blocks }));
  return { title: title ? plainText(title.heading) : '', opening, named, more };
}

/** What stands before the first heading of this depth, and each such heading with what stands below it. */
export function cutAt(blocks: Blocks, depth: number): [RootContent[], Cut[]] {
  const before: RootContent[] = [];
  const cuts: Cut[] = [];
  for (const block of blocks) {
    if (block.type === 'heading' && block.depth === depth) {
      cuts.push({ heading: block, blocks: [] });
    } else {
      (cuts.at(-1)?.blocks ?? before).push(block);
    }
  }
  return [before, cuts];
}

function checkTitle([before]: Blocks, [title, ...others]: readonly Cut[], findings: Findings): void {
  if (title === undefined || plainText(title.heading) === '') {
    const node = title?.heading ?? before;
    const mend = 'write its question in a line `# Question?` below the front matter';
    findings.broken(node ? spotOf(node) : START, 'the lesson has no title', mend);
  } else if (before) {
    findings.flawed(spotOf(before), 'this stands before the title', 'begin the lesson with its `# Question?`');
  }
  for (const { heading } of others) {
    findings.broken(spotOf(heading), 'this is a second title', 'keep one `#` heading; make this one `##`');
  }
}

/** The sections that the format knows; of what stands there twice, all is kept, so that all of it is checked. */
function nameSections(
  cuts: readonly Cut[], names: readonly (SectionName | undefined)[], findings: Findings,
): Map<SectionName, Named> {
  const named = new Map<SectionName, Named>();
  for (const [index, { heading, blocks }] of cuts.entries()) {
    const spot = spotOf(heading);
    const name = names[index];
    const same = name && named.get(name);
    if (same) {
      findings.broken(spot, `this is a second \`${name}\``, `put it together with that on line ${same.spot.line}`);
    }
    if (blocks.length === 0 && (name === undefined || name === 'Your turn' || name === 'Quiz')) {
      const title = brief(plainText(heading));
      findings.flawed(spot, `there is nothing below \`${title}\``, 'write it, or take the heading away');
    }
    if (name) {
      named.set(name, { spot: same?.spot ?? spot, blocks: [...(same?.blocks ?? []), ...blocks] });
    }
  }
  return named;
}
