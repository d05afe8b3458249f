import type { Code, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { brief } from './controls.js';
import { didYouMean } from './ids.js';
import { spotOf } from './markdown.js';
import type { Reading } from './reading.js';

/** What may follow the language: `run` runs it, `proof` shows a claim; the others say how the code behaves when it is tried on its own. */
const WORDS = ['run', 'proof', 'part', 'fails', 'hangs'];

/** A command that is run: "```sh run". */
export function isRun(node: Nodes): node is Code {
  return node.type === 'code' && node.lang === 'sh' && wordsOf(node).includes('run');
}

/** What shows a claim: "```yaml proof". */
export function isProof(node: Nodes): node is Code {
  return node.type === 'code' && node.lang === 'yaml' && wordsOf(node).includes('proof');
}

/** Tells of words that do nothing, and of fences that are never closed. */
export function checkFences(root: Root, { lines, findings }: Reading): void {
  visit(root, 'code', (fence) => {
    const spot = spotOf(fence);
    for (const word of wordsOf(fence).filter((each) => !WORDS.includes(each))) {
      const mend = didYouMean(word, WORDS, `after the language only ${WORDS.join(', ')} may stand`);
      findings.flawed(spot, `"${brief(word)}" after the language of the code means nothing`, mend);
    }
    if (wordsOf(fence).includes('run') && fence.lang !== 'sh') {
      findings.flawed(spot, `"${brief(fence.lang ?? '')} run" means nothing`, 'only `sh run` is run');
    }
    if (wordsOf(fence).includes('proof') && fence.lang !== 'yaml') {
      findings.flawed(spot, `"${brief(fence.lang ?? '')} proof" means nothing`, 'only `yaml proof` shows a claim');
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
