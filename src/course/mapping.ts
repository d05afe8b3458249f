import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { brief, hasControls } from './controls.js';
import type { Findings, Spot } from './findings.js';
import { didYouMean } from './ids.js';

const EXAMPLE = 'write `key: value` on each line';

/** A value and where it stands. */
export interface Located<Value> {
  readonly value: Value;
  readonly spot: Spot;
}

/**
 * Reads YAML that is a list of keys with values, and tells of every key that is not expected.
 * @param firstLine - the line of the file on which the YAML begins
 * @returns undefined when it cannot be read, as the findings then say
 */
export function readMapping(
  text: string, firstLine: number, keys: readonly string[], findings: Findings,
): Mapping | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const spotAt = (offset: number): Spot => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { line: line + firstLine - 1, column: col };
  };
  const [error] = document.errors;
  if (error?.code === 'DUPLICATE_KEY') {
    findings.broken(spotAt(error.pos[0]), 'this key is there twice', 'delete one of them');
    return undefined;
  }
  if (error) {
    findings.broken(spotAt(error.pos[0]), `this is not YAML: ${brief(error.message)}`, EXAMPLE);
    return undefined;
  }
  const { contents } = document;
  if (contents !== null && !isMap(contents)) {
    findings.broken(spotAt(contents.range[0]), 'this is not a list of keys with values', EXAMPLE);
    return undefined;
  }
  return new Mapping(contents ?? undefined, keys, findings, spotAt);
}

/** Keys with values, of which each is asked for with the type that it should have. */
export class Mapping {
  private readonly pairs: ReadonlyMap<string, Pair>;

  constructor(
    map: YAMLMap | undefined,
    keys: readonly string[],
    private readonly findings: Findings,
    private readonly spotAt: (offset: number) => Spot,
  ) {
    this.pairs = new Map(map?.items.map((pair) => [textOf(pair.key) ?? '', pair]));
    for (const [key, pair] of this.pairs) {
      if (!keys.includes(key)) {
        const mend = didYouMean(key, keys, `the keys are ${keys.map((each) => `\`${each}\``).join(', ')}`);
        findings.flawed(this.spotOf(pair.key), `unknown key \`${brief(key)}\``, mend);
      }
    }
  }

  has(key: string): boolean {
    return this.pairs.has(key);
  }

  text(key: string): Located<string> | undefined {
    const pair = this.pairs.get(key);
    const at = pair?.value ?? pair?.key;
    return pair && this.scalar(at, pair.value, `\`${key}\` must be a text`, `write \`${key}: text\``);
  }

  /** undefined when there is no list; without the items that are no text. */
  list(key: string): Located<string>[] | undefined {
    const pair = this.pairs.get(key);
    if (pair === undefined) {
      return undefined;
    }
    const mend = `write \`${key}: [one, another]\``;
    if (!isSeq(pair.value)) {
      this.findings.flawed(this.spotOf(pair.value ?? pair.key), `\`${key}\` must be a list`, mend);
      return undefined;
    }
    const wrong = `what \`${key}\` lists must be texts`;
    return pair.value.items.flatMap((item) => this.scalar(item, item, wrong, mend) ?? []);
  }

  /** The keys within a key, each with the keys of its own; empty when there are none. */
  groups(key: string, keys: readonly string[]): (Located<string> & { readonly group: Mapping })[] {
    const pair = this.pairs.get(key);
    if (pair === undefined) {
      return [];
    }
    return this.itemsOf(pair, key).flatMap((item) => {
      const name = textOf(item.key) ?? '';
      if (!isMap(item.value)) {
        this.complainOfGroup(item, name, keys[0] ?? '');
        return [];
      }
      const group = new Mapping(item.value, keys, this.findings, this.spotAt);
      return [{ value: name, spot: this.spotOf(item.key), group }];
    });
  }

  private itemsOf(pair: Pair, key: string): readonly Pair[] {
    if (isMap(pair.value)) {
      return pair.value.items;
    }
    this.complainOfGroup(pair, key, 'name');
    return [];
  }

  private complainOfGroup(pair: Pair, key: string, example: string): void {
    const mend = `write \`${example}: …\`, indented, on a line below \`${brief(key)}:\``;
    this.findings.flawed(this.spotOf(pair.value ?? pair.key), `\`${brief(key)}\` must hold keys with values`, mend);
  }

  private scalar(at: unknown, value: unknown, wrong: string, mend: string): Located<string> | undefined {
    const text = textOf(value);
    const spot = this.spotOf(at);
    if (text === undefined || text === '' || hasControls(text)) {
      this.findings.flawed(spot, wrong, mend);
      return undefined;
    }
    return { value: text, spot };
  }

  private spotOf(value: unknown): Spot {
    const node = value as Node | null;
    return this.spotAt(node?.range?.[0] ?? 0);
  }
}

/** As it is written: `2024` is a text here, and so is `true`. */
function textOf(node: unknown): string | undefined {
  if (!isScalar(node)) {
    return undefined;
  }
  return typeof node.value === 'string' ? node.value : (node.source ?? '');
}
