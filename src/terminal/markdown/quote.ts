import type { Blockquote, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { glyphs } from '../glyphs.js';
import { behind, type Context } from './context.js';
import { inline, plain } from './inline.js';

/** https://docs.github.com/en/get-started/writing-on-github#alerts */
const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\r?\n|$)/i;

interface Alert {
  /** In capitals. */
  readonly kind: string;
  /** What the author has put in bold as a title. */
  readonly title: string | undefined;
  readonly children: readonly RootContent[];
}

/** A quote has a bar at its left, or is indented where nothing is drawn; an alert also has a title. */
export function quote(node: Blockquote, context: Context): string[] {
  const alert = alertOf(node, context);
  if (context.isPlain) {
    const body = behind('  ', '  ', context, (inner) => context.render(alert?.children ?? node.children, inner));
    return alert === undefined ? body : [`${label(alert, context)}:`, ...body];
  }
  const bar = `${context.paint.dim(glyphs.bar)} `;
  return behind(bar, bar, context, (inner) =>
    alert === undefined
      ? context.render(node.children, inner)
      : [label(alert, context), ...context.render(alert.children, inner)]);
}

function label({ kind, title }: Alert, { paint, labels }: Context): string {
  const text = title ?? plain(labels[kind] ?? `${kind.charAt(0)}${kind.slice(1).toLowerCase()}`);
  return kind === 'WARNING' || kind === 'CAUTION' ? paint.bad(paint.strong(text)) : paint.strong(text);
}

function alertOf({ children: [first, ...others] }: Blockquote, context: Context): Alert | undefined {
  const head = first?.type === 'paragraph' ? first.children[0] : undefined;
  const found = head?.type === 'text' ? ALERT.exec(head.value) : null;
  if (first?.type !== 'paragraph' || head?.type !== 'text' || found === null) {
    return undefined;
  }
  const rest = head.value.slice(found[0].length);
  const text = [...(rest.trim() === '' ? [] : [{ ...head, value: rest }]), ...first.children.slice(1)];
  const titled = titleOf(text, context);
  const paragraph: Paragraph = { ...first, children: titled?.rest ?? text };
  return {
    kind: found[1]?.toUpperCase() ?? '',
    title: titled?.title,
    children: toString(paragraph).trim() === '' ? others : [paragraph, ...others],
  };
}

/** Bold words at the start are a title if a colon follows or nothing else stands on their line. */
function titleOf(
  [first, second, ...others]: readonly PhrasingContent[],
  context: Context,
): { title: string; rest: PhrasingContent[] } | undefined {
  if (first?.type !== 'strong') {
    return undefined;
  }
  const title = inline(first.children, context).replaceAll('\n', ' ').trim();
  const after = second?.type === 'text' ? second.value : undefined;
  const isAlone = second === undefined || second.type === 'break' || after?.startsWith('\n') === true;
  if (!isAlone && !title.endsWith(':') && after?.startsWith(':') !== true) {
    return undefined;
  }
  const rest = second?.type === 'text' ? [{ ...second, value: second.value.replace(/^:?\s*/, '') }] : [];
  const kept = second === undefined || second.type === 'text' || second.type === 'break' ? rest : [second];
  return { title: title.replace(/:$/, ''), rest: [...kept, ...others] };
}
