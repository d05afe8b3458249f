import { isMap, LineCounter, parseDocument } from 'yaml';
import { brief } from './controls.js';
import type { Findings, Spot } from './findings.js';
import { Mapping, quoted } from './mapping.js';

const EXAMPLE = 'write `key: value` on each line';
/** Nobody needs more. */
const MOST_KEYS = 50;

/** What can be said of YAML that is read. */
export interface Expected {
  /** All keys that mean something. */
  readonly keys: readonly string[];
  /** Where in the file a place in the text is. */
  readonly inFile: (spot: Spot) => Spot;
  readonly findings: Findings;
  /** How it is written, for messages. */
  readonly example?: string;
  /** What is not understood breaks all of it. */
  readonly isStrict?: boolean;
}

/**
 * Reads YAML that is a list of keys with values, and tells of every key that is not expected.
 * @returns undefined when it cannot be read, as the findings then say
 */
export function readMapping(text: string, { keys, inFile, findings, example = EXAMPLE, isStrict = false }: Expected): Mapping | undefined {
  const lines = new LineCounter();
  // The time that it takes to look for keys that are there twice grows with the square of them: `Mapping` does it.
  const { errors, contents } = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const spotAt = (offset: number): Spot => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return inFile({ line, column: col });
  };
  const [error] = errors;
  if (error?.code === 'MULTIPLE_DOCS') {
    findings.broken(spotAt(error.pos[0]), 'here the keys end, so what follows is never read', 'take the line `---` or `...` away');
    return undefined;
  }
  if (error) {
    findings.broken(spotAt(error.pos[0]), `this is not YAML: ${brief(error.message)}`, example);
    return undefined;
  }
  if (contents !== null && !isMap(contents)) {
    findings.broken(spotAt(contents.range[0]), 'this is not a list of keys with values', example);
    return undefined;
  }
  if ((contents?.items.length ?? 0) > MOST_KEYS) {
    findings.broken(spotAt(0), `there are more than ${MOST_KEYS} keys`, `the keys are ${quoted(keys)}`);
    return undefined;
  }
  return new Mapping(contents ?? undefined, keys, { text, spotAt, findings, isStrict });
}
