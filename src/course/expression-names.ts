import type { ASTNode } from '@marcbachmann/cel-js';

/** A fact as an expression asks for it: with the parts of a group as far as they are written out, as in `measured.two`. */
export interface Name {
  readonly name: string;
  /** Index in the text of the expression. */
  readonly offset: number;
}

/** CEL's words for types, as in `type(exitCode) == int`: they name no fact. */
const TYPES: ReadonlySet<string> = new Set([
  'bool', 'bytes', 'double', 'int', 'list', 'map', 'null_type', 'string', 'type', 'uint',
]);

/** What calls its second argument for each item of a list, which its first one names. */
const LOOPS: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'filter', 'map']);

/**
 * The facts that an expression asks for, in its order, each time it does.
 * @param bound - names that loops have given to items
 */
export function namesIn(node: ASTNode, bound: ReadonlySet<string> = new Set()): Name[] {
  const name = nameOf(node);
  if (name !== undefined) {
    const [first = ''] = name;
    return bound.has(first) || (TYPES.has(first) && name.length === 1) ? [] : [{ name: name.join('.'), offset: node.start }];
  }
  if (node.op === 'rcall' && LOOPS.has(node.args[0])) {
    const [, list, [item, ...bodies]] = node.args;
    const within = item?.op === 'id' ? new Set([...bound, item.args]) : bound;
    return [...namesIn(list, bound), ...bodies.flatMap((body) => namesIn(body, within))];
  }
  return partsOf(node).flatMap((part) => namesIn(part, bound));
}

/** The parts of `a.b` or `a["b"]`; undefined for anything else. */
function nameOf(node: ASTNode): string[] | undefined {
  if (node.op === 'id') {
    return [node.args];
  }
  if (node.op === '.') {
    const group = nameOf(node.args[0]);
    return group && [...group, node.args[1]];
  }
  if (node.op === '[]' && node.args[1].op === 'value' && typeof node.args[1].args === 'string') {
    const group = nameOf(node.args[0]);
    return group && [...group, node.args[1].args];
  }
  return undefined;
}

/** What stands within a node, of every kind of node: what is called and accessed has its name among its arguments. */
function partsOf(node: ASTNode): ASTNode[] {
  const found: ASTNode[] = [];
  const gather = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(gather);
    } else if (isNode(value)) {
      found.push(value);
    }
  };
  gather(node.args);
  return found;
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}
