import type { RootContent } from 'mdast';
import type { Blocks } from '../../course/index.js';
import { languageName } from './language.js';

/** Where the same code stands in two languages, each says which it is. */
export function labelLanguages(blocks: Blocks): RootContent[] {
  return blocks.flatMap((block, index) => {
    const language = languageOf(block);
    const neighbours = [languageOf(blocks[index - 1]), languageOf(blocks[index + 1])];
    const isOneOfTwo = language !== undefined && neighbours.some((other) => other !== undefined && other !== language);
    return isOneOfTwo ? [label(languageName(language)), block] : [block];
  });
}

function languageOf(block: RootContent | undefined): 'python' | 'js' | undefined {
  const lang = block?.type === 'code' ? block.lang : undefined;
  return lang === 'python' || lang === 'js' ? lang : undefined;
}

function label(name: string): RootContent {
  return { type: 'paragraph', children: [{ type: 'text', value: `In ${name}:` }] };
}
