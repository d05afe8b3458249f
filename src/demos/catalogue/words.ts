import type { Json } from '../../trace/event.js';
import type { Facts } from '../../trace/facts.js';

/** `1 worker`, `3 workers`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `4107, 4108 and 4109`. */
export function list(parts: readonly (string | number)[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${String(parts.at(-1))}`;
}

/** `1.82 s`, or `38 ms` below a tenth of a second. */
export function duration(ms: number): string {
  return ms < 100 ? `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;
}

/** A fact that is a number; NaN where there is none. */
export function number(facts: Facts, name: string): number {
  return typeof facts[name] === 'number' ? facts[name] : Number.NaN;
}

/** A fact that is a list of texts and numbers. */
export function items(value: Json | undefined): (string | number)[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string' || typeof item === 'number') : [];
}

/** A fact that holds others by name. */
export function group(value: Json | undefined): { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** A fact that is a text; empty where there is none. */
export function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The processes that a signal ended. */
export function deaths(facts: Facts): { pid: number; name: string; signal: string }[] {
  const list = facts['deaths'];
  return (Array.isArray(list) ? list : []).map(group).map(({ pid, name, signal }) => ({
    pid: Number(pid),
    name: text(name),
    signal: text(signal),
  }));
}

/** Whether the facts are those of a Python program: only those have a start method. */
export function isPython(facts: Facts): boolean {
  return typeof facts['startMethod'] === 'string';
}

/** That a program hung, and how that is known. */
export function hanging(facts: Facts): string {
  return `After ${duration(number(facts, 'elapsedMs'))} it had not ended, and for the last second no process of it had used a CPU: it hung, so it was ended.`;
}

/** How Python started its processes. */
export function startMethod(facts: Facts): string {
  return text(facts['startMethod']);
}
