import { dirname } from 'node:path';
import type { Heading, Link, Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { brief } from './controls.js';
import { linkTarget } from './link-target.js';
import { plainText, spotOf } from './nodes.js';
import type { Reading } from './reading.js';

/** A heading that asserts something: `### Claim: …`. Without the blank, its anchor would not begin as below. */
const CLAIM = /^claim:(?: +|$)/i;
/** As links name such a heading. */
const CLAIM_ANCHOR = /^claim-/;
/** That of the section whose claim is which changes mend the program. */
export const MEND_ANCHOR = 'mend';
const DEFINITION_ANCHOR = 'definition';

/** The sentence that a heading asserts; undefined for one that is no claim. */
export function claimed(heading: Nodes): string | undefined {
  return CLAIM.test(toString(heading)) ? plainText(heading).replace(CLAIM, '') : undefined;
}

/** Whether a heading would make a claim, if there were a blank behind the colon. */
export function lacksBlank(heading: Nodes): boolean {
  return claimed(heading) === undefined && /^claim:/i.test(plainText(heading));
}

/** Whether the link says that nothing but a definition is asked for. */
export function isDefinitionLink(link: Link, { file }: Pick<Reading, 'file'>): boolean {
  const target = linkTarget(link.url, file);
  return target?.kind === 'here' && target.anchor === DEFINITION_ANCHOR;
}

/** Whether the link names a claim as what shows an answer, in this lesson or in another one. */
export function isClaimLink(link: Link, { file }: Pick<Reading, 'file'>): boolean {
  const target = linkTarget(link.url, file);
  return (target?.kind === 'here' || target?.kind === 'file') && isClaimAnchor(target.anchor ?? '');
}

function isClaimAnchor(anchor: string): boolean {
  return CLAIM_ANCHOR.test(anchor) || anchor === MEND_ANCHOR;
}

/** Whether a heading makes a claim, or is that of the section of changes. */
function makesClaim(heading: Heading, anchor: string): boolean {
  return anchor === MEND_ANCHOR ? heading.depth === 2 : claimed(heading) !== undefined && heading.depth === 3;
}

/** The links with this meaning among the nodes, and in what they hold. */
export function linksIn(nodes: readonly Nodes[], isMeant: (link: Link) => boolean): Link[] {
  const links: Link[] = [];
  for (const node of nodes) {
    visit(node, 'link', (link: Link) => {
      if (isMeant(link)) {
        links.push(link);
      }
    });
  }
  return links;
}

/**
 * The ids of the claims that the nodes link to; the findings tell of those that are none. A link that leads nowhere at
 * all is told of with the other links.
 * @param lesson - the id of the lesson with the links
 */
export function linkedClaims(nodes: readonly Nodes[], lesson: string, reading: Reading): string[] {
  const ids = linksIn(nodes, (link) => isClaimLink(link, reading)).flatMap((link) => idOf(link, lesson, reading) ?? []);
  return [...new Set(ids)];
}

function idOf(link: Link, lesson: string, { file, files, own, findings }: Reading): string | undefined {
  const target = linkTarget(link.url, file);
  if (target?.kind !== 'here' && target?.kind !== 'file') {
    return undefined;
  }
  const anchor = target.anchor ?? '';
  const isElsewhere = target.kind === 'file' && target.path !== file;
  const headings = isElsewhere ? files.anchors(target.path) : own;
  const heading = headings.find((each) => each.anchor === anchor)?.heading;
  const id = isElsewhere ? files.lessonId(target.path) : lesson;
  if (heading && !makesClaim(heading, anchor)) {
    findings.flawed(spotOf(link), `#${brief(anchor)} is no claim`, 'link to a heading `### Claim: …`');
    return undefined;
  }
  if (heading && isElsewhere && (id === undefined || dirname(target.path) !== dirname(file))) {
    findings.flawed(spotOf(link), `${brief(target.name)} is no lesson of this course`, 'link to a claim of the same folder');
    return undefined;
  }
  return heading && id !== undefined ? `${id}#${anchor}` : undefined;
}
