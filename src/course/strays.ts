import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { isTaskList } from './choices.js';
import { claimed, isDefinitionLink, lacksBlank } from './claim-links.js';
import { isExercise, isMended, isProof, isRun } from './fences.js';
import { spotOf } from './nodes.js';
import type { Reading } from './reading.js';
import type { SectionName } from './section-names.js';
import type { Sections } from './sections.js';

const CLAIM = 'write `### Claim: a sentence` in `## Answer` or a section of your own, and the proof below it';

/** Tells of what stands where nobody runs, chooses or proves anything. */
export function checkStrays(root: Root, { named, more }: Sections, { file, own, findings }: Reading): void {
  const within = (...names: SectionName[]): ReadonlySet<Nodes> => (
    new Set(names.flatMap((name) => named.get(name)?.blocks ?? []))
  );
  const [choosing, quiz] = [within('Predict', 'Mend', 'Quiz'), within('Quiz')];
  const [mending, turn] = [within('Mend'), within('Your turn')];
  const running = new Set<Nodes>([...within('Run'), ...runsOfChoices(mending)]);
  const claiming = new Set<Nodes>([...within('Answer'), ...more.flatMap(({ blocks }) => blocks)]);
  const asked = new Set<Nodes>();
  quiz.forEach((block) => visit(block, (node) => void asked.add(node)));
  const hasDefinition = own.some(({ anchor }) => anchor === 'definition');
  visit(root, (node) => {
    if (isRun(node) && !running.has(node)) {
      findings.flawed(
        spotOf(node),
        'this is never run',
        'move it into `## Run`, or take away the word `run`; a question is shown by a proof',
      );
    }
    if (isMended(node) && !mending.has(node)) {
      findings.flawed(spotOf(node), 'this is about no changes', 'move it into `## Mend`, below the choices');
    }
    if (isExercise(node) && !turn.has(node)) {
      findings.flawed(spotOf(node), 'nobody is asked to do this exercise', 'move it into `## Your turn`');
    }
    if (isProof(node) && !claiming.has(node) && !quiz.has(node)) {
      findings.flawed(spotOf(node), 'this proof belongs to no claim', CLAIM);
    }
    if (node.type === 'heading' && claimed(node) !== undefined && !quiz.has(node) && !(claiming.has(node) && node.depth === 3)) {
      findings.flawed(spotOf(node), 'this heading makes no claim', CLAIM);
    }
    if (node.type === 'heading' && lacksBlank(node)) {
      findings.flawed(spotOf(node), 'there is no blank behind `Claim:`, so this heading makes no claim', 'write `### Claim: a sentence`');
    }
    if (node.type === 'link' && isDefinitionLink(node, { file }) && !asked.has(node) && !hasDefinition) {
      findings.flawed(spotOf(node), 'only a question of the quiz can ask for a definition', 'take this link away');
    }
    if (isTaskList(node) && !choosing.has(node)) {
      findings.flawed(
        spotOf(node),
        'these boxes can never be ticked',
        'move them into `## Predict`, `## Mend` or a question of the quiz, or take the boxes away',
      );
    }
  });
}

/** The fences that stand in the choices of `## Mend`, and those beside them, of which that section tells. */
function runsOfChoices(mending: ReadonlySet<Nodes>): Nodes[] {
  const blocks = [...mending];
  const items = blocks.flatMap((block) => (isTaskList(block) ? block.children : []));
  return [...blocks, ...items.flatMap(({ children }) => children)].filter(isRun);
}
