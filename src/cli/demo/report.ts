import type { Demo, Values } from '../../demos/catalogue/index.js';
import type { Capabilities } from '../../terminal/index.js';
import type { TraceEvent } from '../../trace/event.js';
import type { Facts } from '../../trace/facts.js';
import type { Outcome } from '../../trace/outcome.js';
import { next, printed, sceneOf, seenFromOutside, type Suggestion, tableSection, timeline, whatYouSaw } from '../../views/index.js';

interface Ran {
  readonly events: readonly TraceEvent[];
  readonly outcome: Outcome;
  /** Absent when the viewer left before the end: then there is little to conclude. */
  readonly facts?: Facts;
}

interface Style {
  readonly capabilities: Capabilities;
  /** Stands before the commands that are suggested. */
  readonly prefix: string;
  /** Whether what the program printed was not seen yet, or is no longer. */
  readonly withOutput: boolean;
}

/** What is said after a run: one thing after the other, the picture first and the figures last. */
export function report(demo: Demo, values: Values, { events, outcome, facts }: Ran, { capabilities, prefix, withOutput }: Style): string {
  const scene = sceneOf(events);
  const sections = [
    timeline(scene, capabilities),
    ...(withOutput ? [printed(scene, capabilities)] : []),
    ...(facts ? conclusions(demo, facts, capabilities) : []),
    seenFromOutside(outcome.processes, scene.lanes, capabilities),
    ...(facts ? [next(suggestions(demo, values, prefix), capabilities)] : []),
  ];
  return sections.filter(({ length }) => length > 0).map((lines) => `\n${lines.join('\n')}\n`).join('');
}

function conclusions(demo: Demo, facts: Facts, capabilities: Capabilities): string[][] {
  const table = demo.table?.(facts);
  return [
    whatYouSaw(demo.explain(facts), capabilities),
    ...(table ? [tableSection('In this run', table, capabilities)] : []),
  ];
}

function suggestions(demo: Demo, values: Values, prefix: string): Suggestion[] {
  return demo
    .next(values)
    .filter(({ command }) => !(values.kill && command.includes('--kill')))
    .map(({ command, why }) => ({ command: `${prefix}${command}`, why }));
}
