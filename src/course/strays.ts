import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { isTaskList } from './choices.js';
import { isRun } from './fences.js';
import { spotOf } from './markdown.js';
import type { Reading } from './reading.js';
import type { SectionName } from './section-names.js';
import type { Sections } from './sections.js';

/** Tells of runs and choices that stand where nobody runs or chooses anything. */
export function checkStrays(root: Root, { named }: Sections, { findings }: Reading): void {
  const within = (...names: SectionName[]): ReadonlySet<Nodes> => (
    new Set(names.flatMap((name) => named.get(name)?.blocks ?? []))
  );
  const [running, choosing] = [within('Run', 'Quiz'), within('Predict', 'Quiz')];
  visit(root, (node) => {
    if (isRun(node) && !running.has(node)) {
      findings.flawed(
        spotOf(node),
        'this is never run',
        'move it into `## Run` or a question of the quiz, or take away the word `run`',
      );
    }
    if (isTaskList(node) && !choosing.has(node)) {
      findings.flawed(
        spotOf(node),
        'these boxes can never be ticked',
        'move them into `## Predict` or a question of the quiz, or take the boxes away',
      );
    }
  });
}
