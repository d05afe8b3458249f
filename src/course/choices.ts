import { dirname } from 'node:path';
import type { List, ListItem, Nodes, PhrasingContent, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { brief } from './controls.js';
import type { Blocks, Choice } from './lesson.js';
import { linkTarget } from './link-target.js';
import { plainText, spotOf } from './markdown.js';
import { misconceptionsFile } from './misconceptions.js';
import type { Reading } from './reading.js';

const FEWEST = 2;
/** Each can be chosen by one key. */
const MOST = 9;

/** A list with boxes: `- [ ] …`. */
export function isTaskList(block: Nodes): block is List {
  return block.type === 'list' && block.children.some(({ checked }) => typeof checked === 'boolean');
}

/** The choices of a task list; undefined when they cannot be shown, as the findings then say. */
export function readChoices(list: List, reading: Reading): Choice[] | undefined {
  const { findings } = reading;
  const choices = list.children.flatMap((item) => readChoice(item, reading) ?? []);
  if (choices.length < list.children.length) {
    return undefined;
  }
  const texts = choices.map(({ text }) => plainText(text));
  choices.forEach(({ place }, index) => {
    if (texts.indexOf(texts[index] ?? '') < index) {
      findings.flawed(
        place,
        `the choice "${brief(texts[index] ?? '')}" is there twice`,
        'change or delete one of them',
      );
    }
  });
  if (choices.length < FEWEST || choices.length > MOST) {
    const found = choices.length === 1 ? 'is one choice' : `are ${choices.length} choices`;
    findings.broken(spotOf(list), `there ${found}`, `give between ${FEWEST} and ${MOST}`);
    return undefined;
  }
  return choices;
}

function readChoice(item: ListItem, reading: Reading): Choice | undefined {
  const { file, findings, misconceptions } = reading;
  const spot = spotOf(item);
  const [line, ...rest] = item.children;
  if (typeof item.checked !== 'boolean' || line?.type !== 'paragraph') {
    findings.broken(
      spot,
      'this item is not a choice',
      'begin it with `- [ ] ` and its text, or `- [x] ` if it is right',
    );
    return undefined;
  }
  const stray = rest.find(({ type }) => type !== 'blockquote');
  if (stray) {
    findings.flawed(
      spotOf(stray),
      'this part of the choice is not shown',
      'put it into the quote below the choice: "> …"',
    );
  }
  const why = rest.flatMap((block): RootContent[] => (block.type === 'blockquote' ? block.children : []));
  if (why.length === 0) {
    findings.flawed(
      spot,
      `the choice "${brief(plainText(line))}" has no explanation`,
      'write a quote below it, indented by two spaces: "> why"',
    );
  }
  const link = misconceptionLink(why, reading);
  return {
    text: line.children,
    right: item.checked,
    why,
    misconception: link !== undefined && misconceptions?.has(link) ? link : undefined,
    place: { file, ...spot },
  };
}

/** The anchor of the first link to a misconception, whether or not there is one of that name. */
export function misconceptionLink(why: Blocks, { file }: Reading): string | undefined {
  const misconceptions = misconceptionsFile(dirname(file));
  let anchor: string | undefined;
  visit({ type: 'root', children: [...why] }, 'link', ({ url }) => {
    const target = linkTarget(url, file);
    if (target?.kind === 'file' && target.path === misconceptions) {
      anchor ??= target.anchor;
    }
  });
  return anchor;
}

/** Whether a choice is nothing but a piece of code. */
export function isCode([only, ...rest]: readonly PhrasingContent[]): boolean {
  return only?.type === 'inlineCode' && rest.length === 0;
}
