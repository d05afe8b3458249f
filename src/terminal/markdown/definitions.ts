import type { Nodes, RootContent } from 'mdast';

/** Addresses of reference links, by identifier; of two with one identifier the first counts, as in CommonMark. */
export function definitionsIn(blocks: readonly RootContent[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  // A stack of our own, since Markdown can be nested more deeply than calls.
  const left: Nodes[] = [...blocks].toReversed();
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.type === 'definition' && !found.has(node.identifier)) {
      found.set(node.identifier, node.url);
    } else if ('children' in node) {
      for (const child of node.children.toReversed()) {
        left.push(child);
      }
    }
  }
  return found;
}
