import type { Demo, Values } from '../../demos/catalogue/index.js';
import type { Capabilities } from '../../terminal/index.js';
import type { TraceEvent } from '../../trace/event.js';
import type { Facts } from '../../trace/facts.js';
import type { Outcome } from '../../trace/outcome.js';
import { next, sceneOf, seenFromOutside, tableSection, timeline, whatYouSaw } from '../../views/index.js';

/** What is said after a run: one thing after the other, the picture first and the figures last. */
export function report(
  demo: Demo,
  values: Values,
  run: { readonly events: readonly TraceEvent[]; readonly outcome: Outcome; readonly facts: Facts },
  capabilities: Capabilities,
): string {
  const scene = sceneOf(run.events);
  const table = demo.table?.(run.facts);
  const isNew = ({ command }: { readonly command: string }): boolean => !(values.kill && command.includes('--kill'));
  const sections = [
    timeline(scene, capabilities),
    whatYouSaw(demo.explain(run.facts), capabilities),
    ...(table ? [tableSection('In this run', table, capabilities)] : []),
    seenFromOutside(run.outcome.processes, scene.lanes, capabilities),
    next(demo.next(values).filter(isNew), capabilities),
  ];
  return sections.map((lines) => `\n${lines.join('\n')}\n`).join('');
}
