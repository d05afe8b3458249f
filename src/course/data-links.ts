import { dirname } from 'node:path';
import type { Link, Nodes, PhrasingContent, RootContent, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Blocks } from './lesson.js';
import { linkTarget } from './link-target.js';
import { misconceptionsFile } from './misconceptions.js';
import type { Reading } from './reading.js';

/** The heading of the section `Run`, as links name it. */
export const RUN_ANCHOR = 'run';

/** The anchor of the first link to a misconception, whether or not there is one of that name. */
export function misconceptionLink(nodes: readonly Nodes[], reading: Reading): string | undefined {
  return linksIn(nodes).flatMap((link) => misconceptionOf(link, reading) ?? [])[0];
}

/** The first link to the lesson's run: it shows what the question asks. */
export function runLink(nodes: readonly Nodes[], reading: Reading): Link | undefined {
  return linksIn(nodes).find((link) => isRunLink(link, reading));
}

/**
 * The blocks without the links that say something to the tutor, and without the white space around them. A link within
 * a sentence stays, or there would be a hole.
 */
export function withoutDataLinks(blocks: Blocks, reading: Reading): Blocks {
  return blocks.flatMap((block): RootContent[] => {
    if (block.type !== 'paragraph') {
      return [block];
    }
    const children = withoutDataIn(block.children, reading);
    return children.length === 0 ? [] : [{ ...block, children }];
  });
}

function withoutDataIn(nodes: readonly PhrasingContent[], reading: Reading): PhrasingContent[] {
  const kept: PhrasingContent[] = [];
  nodes.forEach((node, index) => {
    const before = kept.at(-1);
    const text = before?.type === 'text' ? before.value : '';
    if (node.type === 'link' && isData(node, reading) && endsSentence(before) && beginsSentence(nodes[index + 1])) {
      kept.splice(-1, 1, ...asText(text.trimEnd()));
    } else if (node.type === 'text') {
      kept.splice(before?.type === 'text' ? -1 : kept.length, 1, ...asText(before ? text + node.value : node.value.trimStart()));
    } else {
      kept.push(node);
    }
  });
  return kept;
}

function asText(value: string): Text[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

function endsSentence(node: Nodes | undefined): boolean {
  return node === undefined || (node.type === 'text' && /(?:^|[.?!:)"'”’])\s+$/.test(node.value));
}

function beginsSentence(node: Nodes | undefined): boolean {
  return node === undefined || (node.type === 'text' && /^\s/.test(node.value));
}

function isData(link: Link, reading: Reading): boolean {
  return isRunLink(link, reading) || misconceptionOf(link, reading) !== undefined;
}

function isRunLink({ url }: Link, { file }: Reading): boolean {
  const target = linkTarget(url, file);
  return target?.kind === 'here' && target.anchor === RUN_ANCHOR;
}

function misconceptionOf({ url }: Link, { file }: Reading): string | undefined {
  const target = linkTarget(url, file);
  return target?.kind === 'file' && target.path === misconceptionsFile(dirname(file)) ? target.anchor : undefined;
}

function linksIn(nodes: readonly Nodes[]): Link[] {
  const links: Link[] = [];
  for (const node of nodes) {
    visit(node, 'link', (link: Link) => {
      links.push(link);
    });
  }
  return links;
}
