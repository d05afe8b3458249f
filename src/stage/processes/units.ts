import { readFileSync } from 'node:fs';
import { endianness } from 'node:os';

/** What `/proc` counts in. */
export interface Units {
  readonly pageBytes: number;
  readonly ticksPerSecond: number;
}

/** Keys of getauxval(3). */
const AT_PAGESZ = 6n;
const AT_CLKTCK = 17n;

/** What nearly every machine has, for where the kernel cannot be asked: with words of 32 bits. */
const USUAL: Units = { pageBytes: 4096, ticksPerSecond: 100 };

/** As the kernel told this process at its start: without a `getconf` to wait for. */
export function readUnits(): Units {
  try {
    return parseAuxiliaryVector(readFileSync('/proc/self/auxv'));
  } catch {
    return USUAL;
  }
}

/** Pairs of words, key and value, of 64 bits each. */
export function parseAuxiliaryVector(bytes: Buffer): Units {
  const word = (at: number): bigint => endianness() === 'LE' ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at);
  const values = new Map<bigint, number>();
  for (let at = 0; at + 16 <= bytes.length; at += 16) {
    values.set(word(at), Number(word(at + 8)));
  }
  return {
    pageBytes: values.get(AT_PAGESZ) ?? USUAL.pageBytes,
    ticksPerSecond: values.get(AT_CLKTCK) ?? USUAL.ticksPerSecond,
  };
}
