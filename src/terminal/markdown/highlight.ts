import type { ElementContent, Root } from 'hast';
import type { ColourLevel } from '../capabilities.js';
import { type Paint, paint } from '../paint.js';
import type { Highlight } from './style.js';

type Style = (text: string) => string;

/** `js`, `py`, `sh` and other short names come with them. */
const LANGUAGES = ['bash', 'c', 'javascript', 'json', 'plaintext', 'python', 'typescript', 'yaml'];

/**
 * Loads the highlighter, which takes about a tenth of a second. Languages that it does not know stay plain, and without
 * colour nothing is loaded.
 */
export async function loadHighlight(colour: ColourLevel): Promise<Highlight> {
  if (colour === 0) {
    return (code) => code.split('\n');
  }
  const { common, createLowlight } = await import('lowlight');
  const lowlight = createLowlight(Object.fromEntries(
    Object.entries(common).filter(([language]) => LANGUAGES.includes(language)),
  ));
  const styles = stylesOf(paint(colour));
  return (code, language) =>
    lowlight.registered(language) ? linesOf(lowlight.highlight(language, code), styles) : code.split('\n');
}

/** By highlight.js's classes (https://highlightjs.readthedocs.io/en/stable/css-classes-reference.html). */
function stylesOf({ code, dim, keyword, quoted, strong }: Paint): ReadonlyMap<string, Style> {
  return new Map(Object.entries({
    'hljs-keyword': keyword,
    'hljs-literal': code,
    'hljs-number': code,
    'hljs-attr': code,
    'hljs-variable': code,
    'hljs-string': quoted,
    'hljs-regexp': quoted,
    'hljs-comment': dim,
    'hljs-meta': dim,
    'hljs-title': strong,
  }));
}

function linesOf(tree: Root, styles: ReadonlyMap<string, Style>): string[] {
  const text = tree.children.map((node) => (node.type === 'doctype' ? '' : styled(node, styles))).join('');
  // chalk closes its styles at the end of each line.
  return text.split('\n');
}

function styled(node: ElementContent, styles: ReadonlyMap<string, Style>): string {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'element': {
      const text = node.children.map((child) => styled(child, styles)).join('');
      const classes = node.properties['className'];
      const names = Array.isArray(classes) ? classes : [];
      const style = names.map((name) => styles.get(name)).find((found) => found !== undefined);
      return style === undefined ? text : style(text);
    }
    default:
      // Comments, and kinds that other packages add.
      return '';
  }
}
