import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { brief, hasControls } from './controls.js';
import type { Findings, Spot } from './findings.js';
import { didYouMean } from './ids.js';

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

/** Which numbers are meant, both ends included. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** YAML, and where in its file it stands. */
export interface Source {
  readonly findings: Findings;
  /** What is not understood breaks all of it: without that key it would mean something else. */
  readonly isStrict: boolean;
  readonly text: string;
  readonly spotAt: (offset: number) => Spot;
}

/** Keys, for messages. */
export function quoted(keys: readonly string[]): string {
  return keys.map((each) => `\`${each}\``).join(', ');
}

/** Keys with values, of which each is asked for with the type that it should have. */
export class Mapping {
  private readonly pairs: ReadonlyMap<string, Pair>;

  constructor(map: YAMLMap | undefined, keys: readonly string[], private readonly source: Source) {
    const pairs = new Map<string, Pair>();
    for (const pair of map?.items ?? []) {
      const key = textOf(pair.key) ?? '';
      if (pairs.has(key)) {
        source.findings.broken(this.spotOf(pair.key), 'this key is there twice', 'delete one of them');
      } else if (!keys.includes(key)) {
        this.complain(pair.key, `unknown key \`${brief(key)}\``, didYouMean(key, keys, `the keys are ${quoted(keys)}`));
      }
      pairs.set(key, pair);
    }
    this.pairs = pairs;
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

  /** `true` or `false`. */
  boolean(key: string): boolean | undefined {
    const mend = `write \`${key}: true\` or \`${key}: false\``;
    const text = this.text(key, mend);
    if (text && text.value !== 'true' && text.value !== 'false') {
      this.source.findings.broken(text.spot, `"${brief(text.value)}" is neither true nor false`, mend);
      return undefined;
    }
    return text && text.value === 'true';
  }

  /** A whole number. @param what - it is otherwise, as in `no number of cores` */
  count(key: string, bounds: Bounds, what: string): number | undefined {
    return this.number(key, /^\d+$/, bounds, what, 'write a whole number');
  }

  /** A time, whole or not. @param what - as of `count` */
  seconds(key: string, bounds: Bounds, what: string): number | undefined {
    return this.number(key, /^\d+(?:\.\d+)?$/, bounds, what, 'write seconds,');
  }

  /** undefined when there is no list; without the items that are no text. */
  list(key: string): LocatedText[] | undefined {
    const pair = this.pairs.get(key);
    if (pair === undefined) {
      return undefined;
    }
    const mend = `write \`${key}: [one, another]\``;
    if (!isSeq(pair.value)) {
      this.complain(pair.value ?? pair.key, `\`${key}\` must be a list`, mend);
      return undefined;
    }
    if (this.source.isStrict && pair.value.items.length === 0) {
      this.complain(pair.value, `\`${key}\` lists nothing`, mend);
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
    return pair && isMap(pair.value) ? new Mapping(pair.value, keys, this.source) : undefined;
  }

  /** A list of keys with values; without the items that are none. */
  mappings(key: string, keys: readonly string[]): Located<Mapping>[] {
    const pair = this.pairs.get(key);
    const mend = `write \`- ${keys[0] ?? ''}: …\` on a line below \`${key}:\`, and its other keys below that`;
    if (pair === undefined) {
      return [];
    }
    if (!isSeq(pair.value) || pair.value.items.length === 0) {
      this.complain(pair.value ?? pair.key, `\`${key}\` must be a list`, mend);
      return [];
    }
    return pair.value.items.flatMap((item): Located<Mapping>[] => {
      if (!isMap(item)) {
        this.complain(item, `what \`${key}\` lists must be keys with values`, mend);
        return [];
      }
      return [{ value: new Mapping(item, keys, this.source), spot: this.spotOf(item) }];
    });
  }

  /** What a key holds, or each item of its list, if that is what it holds: texts, and keys with values. */
  entries(key: string, keys: readonly string[]): (LocatedText | Located<Mapping>)[] {
    const pair = this.pairs.get(key);
    const items: readonly unknown[] = pair && isSeq(pair.value) ? pair.value.items : [pair?.value ?? pair?.key];
    if (items.length === 0) {
      this.complain(pair?.value, `\`${key}\` lists nothing`, `write \`${key}: command\``);
    }
    return pair === undefined ? [] : items.flatMap((item): (LocatedText | Located<Mapping>)[] => {
      if (isMap(item)) {
        return [{ value: new Mapping(item, keys, this.source), spot: this.spotOf(item) }];
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
      const group = new Mapping(item.value, keys, this.source);
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
    this.complain(pair.value ?? pair.key, `\`${brief(key)}\` must hold keys with values`, mend);
  }

  private scalar(at: unknown, value: unknown, wrong: string, mend: string): LocatedText | undefined {
    const text = textOf(value)?.trimEnd();
    const spot = this.spotOf(at);
    if (text === undefined || text === '' || hasControls(text)) {
      this.complain(at, wrong, mend);
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

  private number(key: string, form: RegExp, { least, most }: Bounds, what: string, mend: string): number | undefined {
    const text = this.text(key, `${mend} from ${least} to ${most}`);
    const number = text && form.test(text.value) ? Number(text.value) : Number.NaN;
    if (text && !(least <= number && number <= most)) {
      this.source.findings.broken(text.spot, `"${brief(text.value)}" is ${what}`, `${mend} from ${least} to ${most}`);
    }
    return least <= number && number <= most ? number : undefined;
  }

  private complain(at: unknown, wrong: string, mend: string): void {
    const { findings, isStrict } = this.source;
    const spot = this.spotOf(at);
    if (isStrict) {
      findings.broken(spot, wrong, mend);
    } else {
      findings.flawed(spot, wrong, mend);
    }
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
