/** Something in a file that cannot be imported. */
export interface Fault {
  /** Counted from 1, in characters. */
  readonly line: number;
  readonly column: number;
  /** What is wrong, without a full stop. */
  readonly wrong: string;
}

/** What a file gives, or the first thing that is wrong with it. */
export type Read<Value> = { readonly value: Value } | { readonly fault: Fault };

/** A fault at an offset of a text. */
export function faultAt(text: string, offset: number, wrong: string): { readonly fault: Fault } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { fault: { line: before.length, column: Array.from(before.at(-1) ?? '').length + 1, wrong } };
}

const BYTE_ORDER_MARK = '\ufeff';

/** Some editors put it in front of what they save. */
export function withoutByteOrderMark(file: string): string {
  return file.startsWith(BYTE_ORDER_MARK) ? file.slice(BYTE_ORDER_MARK.length) : file;
}
