import { type ASTNode, parse } from '@marcbachmann/cel-js';

/** Facts that readers do not know by their names; true or false ones are whole sentences. */
const FACTS: Readonly<Record<string, string>> = {
  workerPids: 'the number of processes that worked',
  processes: 'the number of processes',
  tasks: 'the number of tasks',
  exitCode: 'the exit code',
  output: 'the output',
};
const SENTENCES: Readonly<Record<string, { readonly yes: string; readonly no: string }>> = {
  hung: { yes: 'the program hung', no: 'the program came to its end' },
  outputInOrder: { yes: 'the output came in order', no: 'the output did not come in order' },
  completedInOrder: { yes: 'the tasks ended in order', no: 'the tasks did not end in order' },
};
const COMPARES: Readonly<Record<string, string>> = {
  '==': 'is', '!=': 'is not', '<': 'is less than', '<=': 'is at most', '>': 'is more than', '>=': 'is at least', in: 'is in',
};
const CALCULATES: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%']);
const FUNCTIONS: Readonly<Record<string, string>> = {
  size: 'the length of', distinct: 'the different values in', sum: 'the sum of', max: 'the largest of', min: 'the smallest of',
};
const CONVERTS: ReadonlySet<string> = new Set(['int', 'double', 'string', 'dyn']);
const TESTS: Readonly<Record<string, string>> = { contains: 'contains', startsWith: 'begins with', endsWith: 'ends with' };

/** An expression over facts in words; undefined where it has parts for which there are no short ones. */
export function expressionInWords(text: string): string | undefined {
  try {
    return sentence(parse(text).ast);
  } catch {
    return undefined;
  }
}

/** Of what is true or false. */
function sentence(node: ASTNode): string | undefined {
  switch (node.op) {
    case '&&':
    case '||': {
      const [left, right] = node.args.map((part) => grouped(part, node.op));
      return left !== undefined && right !== undefined ? `${left} ${node.op === '&&' ? 'and' : 'or'} ${right}` : undefined;
    }
    case '!_':
      return negated(node.args);
    case 'rcall':
      return test(node.args);
    case 'id':
    case '.':
    case '[]': {
      const name = phrase(node);
      return SENTENCES[pathOf(node) ?? '']?.yes ?? (name === undefined ? undefined : `${name} is true`);
    }
    case 'value':
      return String(node.args);
    default:
      return comparison(node);
  }
}

/** Words that stand beside others; what binds less is put in brackets. */
function grouped(node: ASTNode, around: '&&' | '||'): string | undefined {
  const words = sentence(node);
  return words !== undefined && around === '&&' && node.op === '||' ? `(${words})` : words;
}

function negated(node: ASTNode): string | undefined {
  const path = pathOf(node);
  if (path !== undefined) {
    return SENTENCES[path]?.no ?? `${nameOf(path)} is false`;
  }
  const words = sentence(node);
  return words === undefined ? undefined : `it is not so that ${words}`;
}

function comparison(node: ASTNode): string | undefined {
  const verb = COMPARES[node.op];
  if (verb === undefined || !Array.isArray(node.args)) {
    return undefined;
  }
  const [left, right] = node.args.map((part) => (isNode(part) ? phrase(part) : undefined));
  return left === undefined || right === undefined ? undefined : `${left} ${verb} ${right}`;
}

/** As in `the output contains "5"`. */
function test([name, target, [argument]]: [string, ASTNode, ASTNode[]]): string | undefined {
  if (name === 'size') {
    return undefined;
  }
  const [subject, object] = [phrase(target), argument && phrase(argument)];
  const verb = TESTS[name];
  return verb === undefined || subject === undefined || object === undefined ? undefined : `${subject} ${verb} ${object}`;
}

/** Of a value. */
function phrase(node: ASTNode): string | undefined {
  const path = pathOf(node);
  if (path !== undefined) {
    return nameOf(path);
  }
  switch (node.op) {
    case 'value':
      return typeof node.args === 'string' ? JSON.stringify(node.args) : String(node.args);
    case '-_': {
      const words = phrase(node.args);
      return words === undefined ? undefined : `-${words}`;
    }
    case 'list': {
      const items = node.args.map(phrase);
      return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
    }
    case 'call':
      return called(node.args[0], node.args[1]);
    case 'rcall':
      return node.args[0] === 'size' ? called('size', [node.args[1]]) : undefined;
    default:
      return calculation(node);
  }
}

function called(name: string, [argument, ...others]: readonly ASTNode[]): string | undefined {
  if (argument === undefined || others.length > 0) {
    return undefined;
  }
  if (CONVERTS.has(name)) {
    return phrase(argument);
  }
  if (name === 'size' && argument.op === 'call' && argument.args[0] === 'distinct' && argument.args[1][0]) {
    const inner = phrase(argument.args[1][0]);
    return inner === undefined ? undefined : `the number of different values in ${inner}`;
  }
  const [words, inner] = [FUNCTIONS[name], phrase(argument)];
  return words === undefined || inner === undefined ? undefined : `${words} ${inner}`;
}

function calculation(node: ASTNode): string | undefined {
  if (!CALCULATES.has(node.op) || !Array.isArray(node.args)) {
    return undefined;
  }
  const [left, right] = node.args.map((part) => (isNode(part) ? phrase(part) : undefined));
  return left === undefined || right === undefined ? undefined : `${left} ${node.op} ${right}`;
}

/** As in `printed.total`; undefined of what is no name. */
function pathOf(node: ASTNode): string | undefined {
  if (node.op === 'id') {
    return node.args;
  }
  if (node.op === '.') {
    const group = pathOf(node.args[0]);
    return group === undefined ? undefined : `${group}.${node.args[1]}`;
  }
  return undefined;
}

function nameOf(path: string): string {
  return FACTS[path] ?? (path.startsWith('printed.') ? `the printed ${path.slice('printed.'.length)}` : path);
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value;
}
