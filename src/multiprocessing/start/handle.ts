import type { Socket } from 'node:net';

/** What a child finds under a descriptor: a number in this process, or a stream that owns one. */
export type Descriptor = number | Socket;

/** What a child needs to open its own copy of a handle, besides the descriptors. */
export interface HandleDescription {
  readonly kind: 'queue' | 'pipe' | 'lock' | 'shared-array';
  readonly name: string;
  readonly detail: { readonly [key: string]: string | number };
}

/** The method by which a queue, a pipe's end, a lock or a shared array is handed over when a process starts. */
export const handOver = Symbol('handOver');

export interface Handle {
  [handOver](): { description: HandleDescription; descriptors: readonly Descriptor[] };
}

export function isHandle(value: unknown): value is Handle {
  return typeof value === 'object' && value !== null && handOver in value;
}
