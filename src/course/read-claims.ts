import type { RootContent } from 'mdast';
import { claimed } from './claim-links.js';
import type { Claim } from './claim.js';
import { brief } from './controls.js';
import { isProof } from './fences.js';
import type { Blocks } from './lesson.js';
import { type Anchor } from './markdown.js';
import { spotOf } from './nodes.js';
import { readProof } from './proof.js';
import type { Reading } from './reading.js';
import { cutAt } from './sections.js';

const MEND_HEADING = 'write `### Claim: a sentence` above it, in `## Answer` or a section of your own';

/** A part of a lesson. */
export interface WithClaims {
  /** Without the fences of the claims. */
  readonly blocks: RootContent[];
  readonly claims: readonly Claim[];
}

/**
 * The claims of a section, each a heading `### Claim: …` with a fence below it.
 * @param lesson - the id of the lesson
 */
export function readClaims(blocks: Blocks, lesson: string, reading: Reading): WithClaims {
  const { findings, own } = reading;
  const [before, cuts] = cutAt(blocks, 3);
  const claims = cuts.flatMap(({ heading, blocks: below }): Claim[] => {
    const text = claimed(heading);
    const fences = below.filter(isProof);
    const [fence, second] = fences;
    if (text === undefined) {
      fences.forEach((each) => findings.flawed(spotOf(each), 'this proof belongs to no claim', MEND_HEADING));
      return [];
    }
    if (text === '') {
      findings.flawed(spotOf(heading), 'this claim says nothing', 'write a sentence behind `Claim:`');
    }
    if (fence === undefined) {
      findings.flawed(spotOf(heading), 'there is no proof of this claim', 'write one below it, in a fence that begins with "```yaml proof"');
    }
    if (second) {
      findings.flawed(spotOf(second), 'this is a second proof of the claim', 'keep one; it may have several runs');
    }
    const claim = fence && readProof(fence, { id: `${lesson}#${anchorOf(heading, own)}`, lesson, text }, reading);
    return claim ? [claim] : [];
  });
  for (const stray of before.filter(isProof)) {
    findings.flawed(spotOf(stray), 'this proof belongs to no claim', MEND_HEADING);
  }
  return { blocks: blocks.filter((block) => !isProof(block)), claims };
}

/** As links name it. */
export function anchorOf(heading: RootContent, own: readonly Anchor[]): string {
  return own.find((each) => each.heading === heading)?.anchor ?? '';
}

/** Tells of claims that are made twice. */
export function checkSameClaims({ own, findings }: Reading): void {
  const texts = own.map(({ heading }) => claimed(heading)?.toLowerCase());
  for (const [index, { heading }] of own.entries()) {
    const text = texts[index];
    const first = texts.indexOf(text);
    const other = own[first]?.heading;
    if (text !== undefined && text !== '' && first < index && other) {
      findings.flawed(
        spotOf(heading),
        `the claim "${brief(claimed(heading) ?? '')}" is there twice`,
        `keep one; the other is on line ${spotOf(other).line}`,
      );
    }
  }
}
