import { dirname } from 'node:path';
import type { Link, Nodes, PhrasingContent, RootContent, Text } from 'mdast';
import { isClaimLink, isDefinitionLink, linksIn } from './claim-links.js';
import type { Blocks } from './lesson.js';
import { linkTarget } from './link-target.js';
import { misconceptionsFile } from './misconceptions.js';
import type { Reading } from './reading.js';

/** The anchor of the first link to a misconception, whether or not there is one of that name. */
export function misconceptionLink(nodes: readonly Nodes[], reading: Reading): string | undefined {
  return linksIn(nodes, () => true).flatMap((link) => misconceptionOf(link, reading) ?? [])[0];
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
  return isClaimLink(link, reading) || isDefinitionLink(link, reading) || misconceptionOf(link, reading) !== undefined;
}

function misconceptionOf({ url }: Link, { file }: Reading): string | undefined {
  const target = linkTarget(url, file);
  return target?.kind === 'file' && target.path === misconceptionsFile(dirname(file)) ? target.anchor : undefined;
}
