import type { Code, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { brief } from './controls.js';
import { didYouMean } from './ids.js';
import { spotOf } from './nodes.js';
import type { Reading } from './reading.js';

/** Words behind a language that say what the fence does, with the one language that they mean something behind. */
const DOING: Readonly<Record<string, { readonly lang: string; readonly does: string }>> = {
  run: { lang: 'sh', does: 'is run' },
  proof: { lang: 'yaml', does: 'shows a claim' },
  mended: { lang: 'yaml', does: 'says when a program is mended' },
  exercise: { lang: 'yaml', does: 'makes an exercise' },
};

/** What may follow the language: words that do something, and those that say how the code behaves when it is tried on its own. */
const WORDS = [...Object.keys(DOING), 'part', 'fails', 'hangs'];

/** A command that is run: "```sh run". */
export function isRun(node: Nodes): node is Code {
  return isDoing(node, 'run');
}

/** What shows a claim: "```yaml proof". */
export function isProof(node: Nodes): node is Code {
  return isDoing(node, 'proof');
}

/** What must be so of a program that is mended: "```yaml mended". */
export function isMended(node: Nodes): node is Code {
  return isDoing(node, 'mended');
}

/** What the learner's own program is checked by: "```yaml exercise". */
export function isExercise(node: Nodes): node is Code {
  return isDoing(node, 'exercise');
}

function isDoing(node: Nodes, word: string): node is Code {
  return node.type === 'code' && node.lang === DOING[word]?.lang && wordsOf(node).includes(word);
}

/** Tells of words that do nothing, and of fences that are never closed. */
export function checkFences(root: Root, { lines, findings }: Reading): void {
  visit(root, 'code', (fence) => {
    const spot = spotOf(fence);
    for (const word of wordsOf(fence)) {
      const doing = DOING[word];
      if (!WORDS.includes(word)) {
        const mend = didYouMean(word, WORDS, `after the language only ${WORDS.join(', ')} may stand`);
        findings.flawed(spot, `"${brief(word)}" after the language of the code means nothing`, mend);
      } else if (doing !== undefined && fence.lang !== doing.lang) {
        findings.flawed(spot, `"${brief(fence.lang ?? '')} ${word}" means nothing`, `only \`${doing.lang} ${word}\` ${doing.does}`);
      }
    }
    if (isOpen(fence, lines)) {
      findings.flawed(spot, 'this code is never closed, so all that follows is code', 'write a line with ``` below it');
    }
  });
}

function wordsOf({ meta }: Code): string[] {
  return (meta ?? '').split(/\s+/).filter((word) => word !== '');
}

/** Whether the code ends only where what holds it ends. */
function isOpen({ position }: Code, lines: readonly string[]): boolean {
  const [start, end] = [position?.start.line ?? 0, position?.end.line ?? 0];
  const fence = /^(?:`{3,}|~{3,})/.exec((lines[start - 1] ?? '').slice((position?.start.column ?? 1) - 1))?.[0];
  const last = end > start ? (lines[end - 1] ?? '').trimEnd() : '';
  return fence !== undefined && !last.endsWith(fence);
}
