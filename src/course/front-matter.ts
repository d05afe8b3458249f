import type { Yaml } from 'mdast';
import { brief } from './controls.js';
import type { Findings, Spot } from './findings.js';
import { ID_RULE, isId } from './ids.js';
import type { Located } from './mapping.js';
import { readMapping } from './read-mapping.js';

/** What a lesson says of itself, before its text. */
export interface FrontMatter {
  readonly id: Located<string>;
  readonly topic: Located<string>;
  readonly after: readonly Located<string>[];
}

/** undefined when there is no id that can be used, as the findings then say. */
export function readFrontMatter(yaml: Yaml, findings: Findings): FrontMatter | undefined {
  const firstLine = (yaml.position?.start.line ?? 1) + 1;
  const inFile = ({ line, column }: Spot): Spot => ({ line: line + firstLine - 1, column });
  const mapping = readMapping(yaml.value, { keys: ['id', 'topic', 'after'], inFile, findings });
  if (mapping === undefined) {
    return undefined;
  }
  const id = mapping.text('id');
  const topic = mapping.text('topic');
  const after = mapping.list('after') ?? [];
  if (topic && !isId(topic.value)) {
    findings.flawed(topic.spot, `"${brief(topic.value)}" is not a name for a topic`, `use ${ID_RULE}`);
  }
  if (id === undefined) {
    const wrong = mapping.has('id') ? 'the lesson has no id that can be used' : 'the front matter has no `id`';
    findings.broken({ line: firstLine - 1, column: 1 }, wrong, 'write `id: a-name` in it');
    return undefined;
  }
  if (!isId(id.value)) {
    findings.broken(id.spot, `"${brief(id.value)}" is not an id`, `use ${ID_RULE}`);
    return undefined;
  }
  return { id, topic: topic && isId(topic.value) ? topic : id, after };
}
