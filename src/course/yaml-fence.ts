import type { Code } from 'mdast';
import type { Spot } from './findings.js';
import type { Mapping } from './mapping.js';
import { spotOf } from './nodes.js';
import { readMapping } from './read-mapping.js';
import type { Reading } from './reading.js';

/** Nobody reads more, and each of its commands and names takes time. */
const LONGEST = 5000;

const EXAMPLE = 'write `key: value` on each line, and a value with `: `, ` #`, or a sign at its beginning in \'single quotes\'';

/** What is expected of a fence. */
interface Expected {
  /** All that mean something. */
  readonly keys: readonly string[];
  /** As in `proof`. */
  readonly called: string;
  /** How to mend one that is too long. */
  readonly divide: string;
}

/** The keys and values of a fence; undefined when they cannot be read, as the findings then say. */
export function readYamlFence(fence: Code, { keys, called, divide }: Expected, { lines, findings }: Reading): Mapping | undefined {
  const start = spotOf(fence);
  const written = fence.value.split('\n');
  const inFile = ({ line, column }: Spot): Spot => {
    // In a list or a quote, the lines of the file begin with what is no part of the fence.
    const whole = lines[start.line + line - 1] ?? '';
    const indent = Math.max(0, whole.indexOf(written[line - 1] ?? ''));
    return { line: Math.min(start.line + line, lines.length), column: Math.min(column + indent, whole.length + 1) };
  };
  if (fence.value.length > LONGEST) {
    findings.broken(start, `this ${called} is longer than ${LONGEST} characters`, divide);
    return undefined;
  }
  return readMapping(fence.value, { keys, inFile, findings, example: EXAMPLE, isStrict: true });
}
