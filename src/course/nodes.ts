import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { type Spot, START } from './findings.js';

/** Where a node begins. */
export function spotOf(node: Nodes): Spot {
  return node.position === undefined ? START : { line: node.position.start.line, column: node.position.start.column };
}

/** The text of a node on one line. */
export function plainText(node: Nodes | readonly Nodes[]): string {
  return toString(node).replace(/\s+/g, ' ').trim();
}
