import type { Blockquote, Paragraph, RootContent } from 'mdast';
import type { Blocks } from './lesson.js';
import { plainText, spotOf } from './nodes.js';
import type { Reading } from './reading.js';
import type { Named } from './sections.js';

const MARKER = /^\[!TIP\][ \t]*(?:\n|$)/i;
const MOST_WORDS = 70;
const MEND = 'write a quote whose first line is `> [!TIP]`, with about 60 words at most';

/** The answer for an exam: the text of the one tip in the answer. */
export function readTip({ blocks, spot }: Named, { findings }: Reading): Blocks {
  const [tip, second] = blocks.filter((block) => block.type === 'blockquote' && begins(block, /^\[!TIP\]/i));
  if (tip?.type !== 'blockquote') {
    findings.broken(spot, 'there is no short answer for an exam', MEND);
    return [];
  }
  if (second) {
    findings.flawed(spotOf(second), 'this is a second short answer for an exam', 'keep one `[!TIP]` in the answer');
  }
  if (!begins(tip, MARKER)) {
    findings.flawed(
      spotOf(tip),
      '`[!TIP]` does not stand alone on its line, so a code host shows no tip',
      'begin a new line after it',
    );
  }
  const text = withoutMarker(tip);
  const words = text.map(plainText).join(' ').split(' ').filter((word) => word !== '').length;
  if (words === 0) {
    findings.broken(spotOf(tip), 'the short answer for an exam says nothing', MEND);
  }
  if (words > MOST_WORDS) {
    findings.flawed(spotOf(tip), `the short answer for an exam has ${words} words`, 'keep to about 60');
  }
  return text;
}

function begins({ children: [first] }: Blockquote, pattern: RegExp): boolean {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  return text?.type === 'text' && pattern.test(text.value);
}

function withoutMarker({ children: [first, ...rest] }: Blockquote): RootContent[] {
  if (first?.type !== 'paragraph') {
    return [];
  }
  const [marked, ...following] = first.children;
  const text = marked?.type === 'text' ? marked.value.replace(/^\[!TIP\]\s*/i, '') : '';
  const others = following[0]?.type === 'break' ? following.slice(1) : following;
  const children: Paragraph['children'] = text === '' ? others : [{ type: 'text', value: text }, ...others];
  return children.length === 0 ? rest : [{ ...first, children }, ...rest];
}
