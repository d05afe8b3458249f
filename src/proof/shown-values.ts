import type { Json } from '../trace/event.js';
import type { Facts } from '../trace/facts.js';

const LONGEST = 60;

/** The values of the facts with these names, as in `workerPids = 4, printed.total = 41`; those that are not there are left out. */
export function shownValues(names: readonly string[], facts: Facts): string {
  return [...new Set(names)].flatMap((name) => {
    const value = reach(facts, name);
    return value === undefined ? [] : [`${name} = ${brief(value)}`];
  }).join(', ');
}

function reach(facts: Facts, name: string): Json | undefined {
  return name.split('.').reduce<Json | undefined>((value, part) => (isGroup(value) && Object.hasOwn(value, part) ? value[part] : undefined), { ...facts });
}

function isGroup(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function brief(value: Json): string {
  const text = typeof value === 'number' && !Number.isInteger(value) ? `${Number(value.toPrecision(4))}` : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
