import type { Demo, Values } from '../../demos/catalogue/index.js';
import type { Json, TraceEvent } from '../../trace/event.js';
import { countFacts, type Facts } from '../../trace/facts.js';
import type { Outcome } from '../../trace/outcome.js';
import type { Program } from './watch.js';

/** The facts of a run, and among them how it was run. */
export function factsOfRun({ python, stdout }: Program, events: readonly TraceEvent[], outcome: Outcome): Facts {
  return { ...countFacts(events, outcome), startMethod: python?.startMethod ?? null, gil: python?.gil ?? null, stdout };
}

/** The facts of a demo's run: also its settings and, of a Python program, what it printed under the names of Node's facts. */
export function factsOfDemo(demo: Demo, values: Values, program: Program, events: readonly TraceEvent[], outcome: Outcome): Facts {
  const facts = factsOfRun(program, events, outcome);
  return { ...facts, ...(program.python ? namedFacts(demo.facts, asGroup(facts['printed'])) : {}), ...values };
}

type Group = { [name: string]: Json };

/**
 * Facts by the names that Node's program gives them, from those that Python's printed: `thread.startMs` is printed as
 * `thread_start_ms`. What was not printed is null.
 */
export function namedFacts(names: readonly string[], printed: Facts): Facts {
  const facts: Group = {};
  for (const name of names) {
    const groups = name.split('.');
    const last = groups.pop() ?? name;
    const inner = groups.reduce((group, part) => (group[part] = asGroup(group[part])), facts);
    inner[last] = printed[pythonName(name)] ?? null;
  }
  return facts;
}

function pythonName(name: string): string {
  return name.replaceAll('.', '_').replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function asGroup(value: Json | undefined): Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
