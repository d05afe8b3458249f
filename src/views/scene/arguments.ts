import type { Arguments, Json } from '../../trace/event.js';
import { clean } from '../../terminal/index.js';

/** An argument as one line of text; '' if it is missing. A trace may be written by anyone, so nothing is assumed. */
export function text(args: Arguments, key: string): string {
  return words(args[key]);
}

/** An argument that is a number; undefined if it is missing or something else. */
export function number(args: Arguments, key: string): number | undefined {
  const value = args[key];
  return typeof value === 'number' ? value : undefined;
}

/** The number of an item of a pool. A trace counts them from 0, people and queues from 1. */
export function itemNumber(args: Arguments): string {
  const index = number(args, 'index');
  return index === undefined ? '' : `${index + 1}`;
}

/** Any value as one line of text without control characters. */
export function words(value: Json | undefined): string {
  if (value === undefined) {
    return '';
  }
  return clean(typeof value === 'string' ? value : JSON.stringify(value));
}

/** The words of each element of an array, each value of an object, or of the value itself. */
export function list(value: Json | undefined): string[] {
  const isCollection = typeof value === 'object' && value !== null;
  return (isCollection ? Object.values(value) : [value]).map(words);
}
