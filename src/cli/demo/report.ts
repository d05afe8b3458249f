import { type Demo, runtimesOf, type Values } from '../../demos/catalogue/index.js';
import type { Capabilities } from '../../terminal/index.js';
import type { TraceEvent } from '../../trace/event.js';
import type { Facts } from '../../trace/facts.js';
import type { Outcome } from '../../trace/outcome.js';
import { next, printed, sceneOf, seenFromOutside, type Suggestion, tableSection, timeline, waitsSection, whatYouSaw } from '../../views/index.js';
import { howPythonRan } from './how-python-ran.js';
import type { Program } from './watch.js';

interface Ran {
  readonly program: Program;
  readonly events: readonly TraceEvent[];
  readonly outcome: Outcome;
  /** Absent when the viewer left before the end: then there is little to conclude. */
  readonly facts?: Facts;
}

export interface Style {
  readonly capabilities: Capabilities;
  /** Stands before the commands that are suggested. */
  readonly prefix: string;
  /** Whether what the program printed was not seen yet, or is no longer. */
  readonly withOutput: boolean;
}

/** What is said after a run: one thing after the other, the picture first and the figures last. */
export function report(demo: Demo, values: Values, ran: Ran, { capabilities, prefix, withOutput }: Style): string {
  const { program, events, outcome, facts } = ran;
  const scene = sceneOf(events);
  return joinSections([
    timeline(scene, capabilities),
    ...(withOutput ? [printed(scene, capabilities)] : []),
    ...(facts ? conclusions(demo, facts, program, capabilities) : []),
    waitsSection(outcome.waits, scene.lanes, capabilities),
    seenFromOutside(outcome.processes, scene.lanes, capabilities),
    ...(facts ? [next(suggestions(demo, values, program, prefix), capabilities)] : []),
  ]);
}

/** Sections with a blank line before each; those that are empty are left out. */
export function joinSections(sections: readonly (readonly string[])[]): string {
  return sections.filter(({ length }) => length > 0).map((lines) => `\n${lines.join('\n')}\n`).join('');
}

function conclusions(demo: Demo, facts: Facts, program: Program, capabilities: Capabilities): string[][] {
  const table = facts['hung'] === true ? undefined : demo.table?.(facts);
  return [
    whatYouSaw([...demo.explain(facts), ...howPythonRan(program)], capabilities),
    ...(table ? [tableSection('In this run', table, capabilities)] : []),
  ];
}

function suggestions(demo: Demo, values: Values, { python }: Program, prefix: string): Suggestion[] {
  const other: readonly Suggestion[] = runtimesOf(demo).length < 2 ? [] : python
    ? [{ command: `mp-tutor demo ${demo.name} --runtime both`, why: 'the same in Node, and how they differ' }]
    : [{ command: `mp-tutor demo ${demo.name} --runtime python`, why: 'the same in Python' }];
  const all = demo.next(values, python ? 'python' : 'node').map(({ command, why }) => ({ command: python ? `${command} --runtime python` : command, why }));
  return [...all, ...other]
    .filter(({ command }) => !(values.kill && command.includes('--kill')))
    .map(({ command, why }) => ({ command: `${prefix}${command}`, why }));
}
