import GithubSlugger from 'github-slugger';
import type { Heading, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';

/** Whoever walks a tree does so by recursion. */
const DEEPEST = 60;
/** A line that alone begins more quotes and lists; the parser's time grows with the square of them. */
const DEEP_LINE = new RegExp(String.raw`^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){${DEEPEST}}`, 'm');

/** What can begin or end emphasis, links and notes; the parser's time grows with the square of those in a paragraph. */
const MARKS = /[*_~[\]`<!]/g;
const MOST_MARKS = 2000;

/** Markdown with GitHub's extensions and front matter; undefined when it is nested or tangled too deeply. */
export function parseMarkdown(text: string): Root | undefined {
  if (DEEP_LINE.test(text) || isTangled(text)) {
    return undefined;
  }
  try {
    const root = fromMarkdown(text, {
      extensions: [gfm(), frontmatter(['yaml'])],
      mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
    });
    return isDeep(root) ? undefined : root;
  } catch (error) {
    // The parser itself ran out of stack.
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}

function isTangled(text: string): boolean {
  return text.split(/\n[ \t]*\r?\n/).some((paragraph) => (paragraph.match(MARKS)?.length ?? 0) > MOST_MARKS);
}

function isDeep(root: Root): boolean {
  let level: Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) {
      return true;
    }
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  }
  return false;
}

export interface Anchor {
  /** As GitHub names it in links. */
  readonly anchor: string;
  readonly heading: Heading;
}

/** All headings with the anchors that GitHub gives them. */
export function anchorsOf(root: Root): Anchor[] {
  const slugger = new GithubSlugger();
  const anchors: Anchor[] = [];
  visit(root, 'heading', (heading) => {
    anchors.push({ anchor: slugger.slug(toString(heading)), heading });
  });
  return anchors;
}
