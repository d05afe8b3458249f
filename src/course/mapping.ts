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

/** A text, and where each part of it stands, as far as it is written as it is meant. */
export interface LocatedText extends Located<string> {
  /** @param offset - an index in the text */
  readonly at: (offset: number) => Spot;
}

/** YAML, and where in its file it stands. */
interface Source {
  readonly text: string;
  readonly spotAt: (offset: number) => Spot;
}

/**
 * Reads YAML that is a list of keys with values, and tells of every key that is not expected.
 * @param inFile - where in the file a place in the text is
 * @param example - how it is written, for messages
 * @returns undefined when it cannot be read, as the findings then say
 */
export function readMapping(
  text: string, inFile: (spot: Spot) => Spot, keys: readonly string[], findings: Findings, example = EXAMPLE,
): Mapping | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const spotAt = (offset: number): Spot => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return inFile({ line, column: col });
  };
  const doubled = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  const other = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  if (other) {
    findings.broken(spotAt(other.pos[0]), `this is not YAML: ${brief(other.message)}`, example);
    return undefined;
  }
  for (const { pos: [offset] } of doubled) {
    findings.broken(spotAt(offset), 'this key is there twice', 'delete one of them');
  }
  const { contents } = document;
  if (contents !== null && !isMap(contents)) {
    findings.broken(spotAt(contents.range[0]), 'this is not a list of keys with values', example);
    return undefined;
  }
  return new Mapping(contents ?? undefined, keys, findings, { text, spotAt });
}

/** Keys with values, of which each is asked for with the type that it should have. */
export class Mapping {
  private readonly pairs: ReadonlyMap<string, Pair>;

  constructor(
    map: YAMLMap | undefined,
    keys: readonly string[],
    private readonly findings: Findings,
    private readonly source: Source,
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

  /** Which of the keys it is, counted from 0. */
  order(key: string): number {
    return [...this.pairs.keys()].indexOf(key);
  }

  /** Where a key stands; the beginning if it is not there. */
  spot(key: string): Spot {
    return this.spotOf(this.pairs.get(key)?.key);
  }

  text(key: string, mend = `write \`${key}: text\``): LocatedText | undefined {
    const pair = this.pairs.get(key);
    const at = pair?.value ?? pair?.key;
    return pair && this.scalar(at, pair.value, `\`${key}\` must be a text`, mend);
  }

  /** undefined when there is no list; without the items that are no text. */
  list(key: string): LocatedText[] | undefined {
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

  /** One text, or a list of them; undefined when the key is not there. */
  texts(key: string): LocatedText[] | undefined {
    const pair = this.pairs.get(key);
    if (pair === undefined || isSeq(pair.value)) {
      return this.list(key);
    }
    const text = this.text(key);
    return text === undefined ? [] : [text];
  }

  /** The keys within a key; undefined when there are none. */
  group(key: string, keys: readonly string[]): Mapping | undefined {
    const pair = this.pairs.get(key);
    if (pair && !isMap(pair.value)) {
      this.complainOfGroup(pair, key, keys[0] ?? '');
    }
    return pair && isMap(pair.value) ? new Mapping(pair.value, keys, this.findings, this.source) : undefined;
  }

  /** What a key holds, or each item of its list, if that is what it holds: texts, and keys with values. */
  entries(key: string, keys: readonly string[]): (LocatedText | Located<Mapping>)[] {
    const pair = this.pairs.get(key);
    const items: readonly unknown[] = pair && isSeq(pair.value) ? pair.value.items : [pair?.value ?? pair?.key];
    return pair === undefined ? [] : items.flatMap((item): (LocatedText | Located<Mapping>)[] => {
      if (isMap(item)) {
        return [{ value: new Mapping(item, keys, this.findings, this.source), spot: this.spotOf(item) }];
      }
      const value = item === pair.key ? undefined : item;
      const text = this.scalar(item, value, `\`${key}\` must be a command, or a list of them`, `write \`${key}: command\``);
      return text === undefined ? [] : [text];
    });
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
      const group = new Mapping(item.value, keys, this.findings, this.source);
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

  private scalar(at: unknown, value: unknown, wrong: string, mend: string): LocatedText | undefined {
    const text = textOf(value)?.trimEnd();
    const spot = this.spotOf(at);
    if (text === undefined || text === '' || hasControls(text)) {
      this.findings.flawed(spot, wrong, mend);
      return undefined;
    }
    return { value: text, spot, at: (offset) => this.within(at, text, offset) ?? spot };
  }

  /** undefined where YAML writes a text otherwise than it is. */
  private within(node: unknown, text: string, offset: number): Spot | undefined {
    const [start, end] = (node as Node).range ?? [0, 0];
    const index = this.source.text.slice(start, end).indexOf(text);
    return index < 0 ? undefined : this.source.spotAt(start + index + offset);
  }

  private spotOf(value: unknown): Spot {
    const node = value as Node | null | undefined;
    return this.source.spotAt(node?.range?.[0] ?? 0);
  }
}

/** As it is written: `2024` is a text here, and so is `true`. */
function textOf(node: unknown): string | undefined {
  if (!isScalar(node)) {
    return undefined;
  }
  return typeof node.value === 'string' ? node.value : (node.source ?? '');
}
