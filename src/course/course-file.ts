import { join } from 'node:path';
import { brief, checkControls } from './controls.js';
import type { Files } from './files.js';
import { Findings } from './findings.js';
import { ID_RULE, isId } from './ids.js';
import type { Located, Mapping } from './mapping.js';
import type { Problem } from './problem.js';
import { readMapping } from './read-mapping.js';

/** What course.yaml says; nothing if there is none. */
export interface CourseFile {
  /** Absolute path. */
  readonly file: string;
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly topics: readonly string[] | undefined;
  readonly paths: readonly NamedPath[];
  readonly problems: readonly Problem[];
}

/** A path, of whose lessons it is not known yet whether they exist. */
export interface NamedPath {
  readonly id: string;
  readonly title: string;
  readonly lessons: readonly Located<string>[];
}

const KEYS = ['id', 'title', 'topics', 'paths'];

export function readCourseFile(folder: string, files: Files): CourseFile {
  const file = join(folder, 'course.yaml');
  const findings = new Findings(file);
  const mapping = files.kind(file) === 'nothing' ? undefined : readFile(file, files, findings);
  return {
    file,
    id: mapping && idOf(mapping, findings),
    title: mapping?.text('title')?.value,
    topics: mapping && topicsOf(mapping, findings),
    paths: mapping ? pathsOf(mapping, findings) : [],
    problems: findings.all,
  };
}

function readFile(file: string, files: Files, findings: Findings): Mapping | undefined {
  const read = files.read(file);
  if ('wrong' in read) {
    findings.broken(read.spot, read.wrong, read.mend);
    return undefined;
  }
  checkControls(read.text, findings);
  return readMapping(read.text, { keys: KEYS, inFile: (spot) => spot, findings });
}

function idOf(mapping: Mapping, findings: Findings): string | undefined {
  const id = mapping.text('id');
  return id && usable(id, 'an id', findings) ? id.value : undefined;
}

function topicsOf(mapping: Mapping, findings: Findings): string[] | undefined {
  const topics = mapping.list('topics')?.filter((topic) => usable(topic, 'a name for a topic', findings));
  topics?.forEach(({ value, spot }, index) => {
    if (topics.findIndex((each) => each.value === value) < index) {
      findings.flawed(spot, `the topic "${value}" is listed twice`, 'delete one of them');
    }
  });
  return topics && [...new Set(topics.map(({ value }) => value))];
}

function pathsOf(mapping: Mapping, findings: Findings): NamedPath[] {
  return mapping.groups('paths', ['title', 'lessons']).flatMap(({ value: id, spot, group }) => {
    const [title, lessons] = [group.text('title'), group.list('lessons')];
    if (!usable({ value: id, spot }, 'an id', findings)) {
      return [];
    }
    if (title === undefined || lessons === undefined || lessons.length === 0) {
      findings.flawed(
        spot,
        `the path "${id}" needs a title and lessons`,
        'write `title: text` and `lessons: [one, another]` below it',
      );
    }
    return [{ id, title: title?.value ?? id, lessons: lessons ?? [] }];
  });
}

function usable({ value, spot }: Located<string>, what: string, findings: Findings): boolean {
  if (!isId(value)) {
    findings.flawed(spot, `"${brief(value)}" is not ${what}`, `use ${ID_RULE}`);
  }
  return isId(value);
}
