import type { List, ListItem, Nodes, PhrasingContent, RootContent } from 'mdast';
import { brief } from './controls.js';
import { misconceptionLink, withoutDataLinks } from './data-links.js';
import type { Choice } from './lesson.js';
import { plainText, spotOf } from './nodes.js';
import type { Reading } from './reading.js';

const FEWEST = 2;
/** Each can be chosen by one key. */
const MOST = 9;

/** A list with boxes: `- [ ] …`. */
export function isTaskList(block: Nodes): block is List {
  return block.type === 'list' && block.children.some(({ checked }) => typeof checked === 'boolean');
}

/** The choices of a task list: of its items those that are choices; the findings tell of the others. */
export function readChoices(list: List, reading: Reading): Choice[] {
  const { findings } = reading;
  const choices = list.children.flatMap((item) => readChoice(item, reading) ?? []);
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
  const { length } = list.children;
  if (length < FEWEST || length > MOST) {
    const found = length === 1 ? 'is one choice' : `are ${length} choices`;
    findings.broken(spotOf(list), `there ${found}`, `give between ${FEWEST} and ${MOST}`);
  }
  return choices;
}

/** Whether no choice is missing, so that it can be told which of them should be right. */
export function areWhole(choices: readonly Choice[], list: List): boolean {
  return choices.length === list.children.length && choices.length >= FEWEST;
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
  const quoted = rest.flatMap((block): RootContent[] => (block.type === 'blockquote' ? block.children : []));
  const why = withoutDataLinks(quoted, reading);
  if (why.length === 0) {
    findings.flawed(
      spot,
      `the choice "${brief(plainText(line))}" has no explanation`,
      'write a quote below it, indented by two spaces: "> why"',
    );
  }
  const link = misconceptionLink(quoted, reading);
  return {
    text: line.children,
    right: item.checked,
    why,
    misconception: link !== undefined && misconceptions?.has(link) ? link : undefined,
    place: { file, ...spot },
  };
}

/** Whether a choice is nothing but a piece of code. */
export function isCode([only, ...rest]: readonly PhrasingContent[]): boolean {
  return only?.type === 'inlineCode' && rest.length === 0;
}

/** Where the course has misconceptions: tells of wrong choices whose explanation leads to none. */
export function checkMisconceptionLinks(choices: readonly Choice[], list: List, reading: Reading): void {
  for (const { right, why, text, place } of reading.misconceptions ? choices : []) {
    const item = list.children.filter((each) => spotOf(each).line === place.line);
    if (!right && why.length > 0 && misconceptionLink(item, reading) === undefined) {
      reading.findings.flawed(
        place,
        `the wrong choice "${brief(plainText(text))}" leads to no misconception`,
        'link to one in its explanation: `[why](misconceptions.md#…)`',
      );
    }
  }
}
