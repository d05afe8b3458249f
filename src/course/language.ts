import type { RootContent } from 'mdast';
import type { Blocks } from './lesson.js';

export type CodeLanguage = 'python' | 'js';

const LANGUAGES: ReadonlyMap<string, CodeLanguage> = new Map([
  ['python', 'python'], ['py', 'python'], ['js', 'js'], ['javascript', 'js'],
]);

/**
 * Adjacent fences of Python and JavaScript are one program in two languages: keeps the one that is asked for if it is
 * there, or both.
 * @param first - which of both comes first
 */
export function inLanguage(
  blocks: Blocks, language: CodeLanguage | 'both', first: CodeLanguage = 'python',
): RootContent[] {
  const choose = <Block extends RootContent>(group: readonly Block[]): readonly Block[] => {
    const wanted = language === 'both' ? first : language;
    const kept = group.filter((fence) => languageOf(fence) === wanted);
    const others = group.filter((fence) => languageOf(fence) !== wanted);
    return language === 'both' || kept.length === 0 ? [...kept, ...others] : kept;
  };
  const within = <Block extends RootContent>(all: readonly Block[]): Block[] => {
    const chosen: Block[] = [];
    let group: Block[] = [];
    for (const block of all) {
      if (languageOf(block) === undefined) {
        chosen.push(...choose(group), inside(block));
        group = [];
      } else {
        group.push(block);
      }
    }
    return [...chosen, ...choose(group)];
  };
  const inside = <Block extends RootContent>(block: Block): Block => {
    if (block.type === 'list') {
      return { ...block, children: block.children.map(inside) };
    }
    const isHolder = block.type === 'listItem' || block.type === 'blockquote';
    return isHolder ? { ...block, children: within(block.children) } : block;
  };
  return within(blocks);
}

/** Of a fence whose program may stand in both; undefined for anything else. */
export function languageOf(block: RootContent): CodeLanguage | undefined {
  return block.type === 'code' ? LANGUAGES.get(block.lang ?? '') : undefined;
}
