// Writes docs/curriculum.md from docs/curriculum/NN.yaml: for each statement of the curriculum the lessons, claims and
// questions that cover it. Every id is looked up in the course; what is not there is told with file, line and column.
//   node scripts/curriculum.mjs [FOLDER] [--check]     --check writes nothing: 1 if the page is not up to date
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const { claimsOf, exercisesOf, reviveCourse } = await import('../dist/course/index.js');
const { digestOf } = await import('../dist/course/digest.js');
const { didYouMean } = await import('../dist/course/ids.js');

/** The questions of the curriculum are numbered from 1 to this. */
const QUESTIONS = 20;
const KINDS = ['claim', 'experiment', 'note', 'question'];
const KEYS = ['question', 'lesson', 'lines'];
const LINE_KEYS = ['says', 'kind', 'claims', 'questions', 'misconceptions', 'left-out'];

const [folder = join(root, 'docs/curriculum')] = process.argv.slice(2).filter((arg) => arg !== '--check');
const page = `${folder}.md`;
const course = await openCourse(join(root, 'lessons'));
const names = namesOf(course);

const problems = [];
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml')).toSorted();
const chapters = files.map((name) => readChapter(join(folder, name)));
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exit(1);
}
const text = pageOf(chapters);
if (!process.argv.includes('--check')) {
  writeFileSync(page, text);
} else if (!existsSync(page) || readFileSync(page, 'utf8') !== text) {
  process.stderr.write(`${relative(process.cwd(), page)} is not up to date; \`npm run curriculum\` writes it.\n`);
  process.exit(1);
}

/** As it was compiled, or else read anew, which takes some seconds. */
async function openCourse(lessons) {
  const compiled = reviveCourse(readFileSync(join(root, 'dist/course.json'), 'utf8'), lessons, digestOf(lessons));
  if (compiled) {
    return compiled;
  }
  const [{ readCourse }, { known }] = await Promise.all([import('../dist/course/read.js'), import('../dist/cli/known.js')]);
  return readCourse(lessons, known);
}

/** All that a line may name, by its id, with where it stands and how it is called. */
function namesOf({ lessons, misconceptions }) {
  const link = (file, anchor = '') => `../lessons/${basename(file)}${anchor && `#${anchor}`}`;
  const fileOf = new Map(lessons.map(({ id, file }) => [id, file]));
  const anchorOf = (id) => id.slice(id.indexOf('#') + 1);
  const claims = new Map(claimsOf({ lessons }).map(({ id, lesson, text: sentence }) => [
    // The anchors of claims all begin alike, so that may be left out.
    id.replace('#claim-', '#'), { lesson, label: sentence, url: link(fileOf.get(lesson), anchorOf(id)) },
  ]));
  for (const { id, lesson } of exercisesOf({ lessons })) {
    claims.set(id, { lesson, label: 'exercise', url: link(fileOf.get(lesson), 'your-turn') });
  }
  return {
    lessons: new Map(lessons.map(({ id, file, title }) => [id, { label: title, url: link(file) }])),
    claims,
    questions: new Map(lessons.flatMap(({ questions, file }) => questions.map(({ id, lesson }) => [id, { lesson, label: id, url: link(file, id) }]))),
    misconceptions: new Map(Array.from(misconceptions, ([anchor, heading]) => [anchor, { label: heading, url: `../lessons/misconceptions.md#${anchor}` }])),
  };
}

/** One question of the curriculum, with its lines. */
function readChapter(file) {
  const source = readFileSync(file, 'utf8');
  const lineCounter = new LineCounter();
  const { contents, errors } = parseDocument(source, { lineCounter });
  const complain = (node, wrong) => {
    const { line, col } = lineCounter.linePos(node?.range?.[0] ?? 0);
    problems.push(`${relative(process.cwd(), file)}:${line}:${col}: ${wrong}`);
  };
  const number = Number(basename(file, '.yaml'));
  if (!/^\d\d\.yaml$/.test(basename(file)) || number < 1 || number > QUESTIONS) {
    complain(undefined, `this file is about no question; name it 01.yaml to ${QUESTIONS}.yaml`);
  }
  const [error] = errors;
  if (error) {
    complain({ range: error.pos }, `this is not YAML: ${error.message.split('\n')[0]}`);
    return undefined;
  }
  const chapter = keysOf(contents, KEYS, complain);
  const lesson = textOf(chapter, 'lesson', contents, complain);
  const lines = chapter.lines;
  if (!isSeq(lines) || lines.items.length === 0) {
    complain(lines ?? contents, '`lines` must be a list of `says: …`');
  }
  return {
    number,
    question: textOf(chapter, 'question', contents, complain)?.value,
    lesson: lesson && lookUp('lessons', lesson, complain),
    lines: isSeq(lines) ? lines.items.map((item) => readLine(item, complain)) : [],
  };
}

function readLine(item, complain) {
  const line = keysOf(item, LINE_KEYS, complain);
  const kind = textOf(line, 'kind', item, complain);
  if (kind && !KINDS.includes(kind.value)) {
    complain(kind.node, didYouMean(kind.value, KINDS, `\`kind\` must be one of ${KINDS.join(', ')}`));
  }
  const listed = Object.fromEntries(['claims', 'questions', 'misconceptions'].map((key) => [key, listOf(line, key, complain)]));
  const leftOut = line['left-out'] && textOf(line, 'left-out', item, complain);
  const covers = kind?.value === 'question' ? 'questions' : 'claims';
  if (!leftOut && listed[covers].length === 0 && (kind?.value !== 'note' || listed.questions.length === 0)) {
    complain(item, `nothing covers this ${kind?.value ?? 'line'}: name its \`${covers}\`, or say why it is \`left-out\``);
  }
  if (leftOut && listed.claims.length + listed.questions.length > 0) {
    complain(leftOut.node, 'a line that is covered is not left out: take one of both away');
  }
  return { says: textOf(line, 'says', item, complain)?.value, kind: kind?.value, leftOut: leftOut?.value, ...listed };
}

/** The values by their keys. */
function keysOf(map, keys, complain) {
  if (!isMap(map)) {
    complain(map, `here must be keys with values: ${keys.join(', ')}`);
    return {};
  }
  for (const { key } of map.items.filter(({ key: each }) => !keys.includes(each.value))) {
    complain(key, `unknown key \`${key.value}\`; ${didYouMean(String(key.value), keys, `the keys are ${keys.join(', ')}`)}`);
  }
  return Object.fromEntries(map.items.map(({ key, value }) => [key.value, value]));
}

function textOf(values, key, holder, complain) {
  const node = values[key];
  if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '') {
    return { node, value: node.value.trim() };
  }
  complain(node ?? holder, `\`${key}\` must be a text`);
  return undefined;
}

function listOf(line, key, complain) {
  const node = line[key];
  if (node === undefined) {
    return [];
  }
  if (!isSeq(node)) {
    complain(node ?? line, `\`${key}\` must be a list`);
    return [];
  }
  return node.items.flatMap((item) => lookUp(key, { node: item, value: String(item.value) }, complain) ?? []);
}

/** What an id names. */
function lookUp(kind, { node, value }, complain) {
  const found = names[kind].get(kind === 'claims' ? value.replace('#claim-', '#') : value);
  if (found === undefined) {
    const of = { lessons: 'lesson', claims: 'claim', questions: 'question', misconceptions: 'misconception' }[kind];
    complain(node, `there is no ${of} \`${value}\`; ${didYouMean(value, [...names[kind].keys()], 'take the id of one of the course')}`);
  }
  return found;
}

function pageOf(all) {
  const lines = all.flatMap((chapter) => chapter.lines);
  const distinct = (key) => new Set(lines.flatMap((line) => line[key].map(({ url }) => url))).size;
  const leftOut = lines.filter((line) => line.leftOut).length;
  const kinds = KINDS.map((kind) => `${lines.filter((line) => line.kind === kind).length} of kind ${kind}`);
  return `# The curriculum, and what covers it

<!-- Written by \`npm run curriculum\` from docs/curriculum/*.yaml; a test holds it up to date. -->

${all.length} of ${QUESTIONS} questions; ${lines.length} lines: ${kinds.join(', ')}.
${lines.length - leftOut} are covered, by ${distinct('claims')} claims and exercises and ${distinct('questions')} questions, against ${distinct('misconceptions')} misconceptions; ${leftOut} left out.
${all.map(chapterText).join('')}`;
}

function chapterText({ number, question, lesson, lines }) {
  return `
## ${number}. ${question}

Lesson: ${linkTo(lesson)}

| line | kind | lessons | claims | questions | misconceptions |
|---|---|---|---|---|---|
${lines.map(rowText).join('\n')}
`;
}

function rowText({ says, kind, leftOut, claims, questions, misconceptions }) {
  const taughtIn = [...new Set([...claims, ...questions].map(({ lesson }) => lesson))].map((id) => linkTo({ ...names.lessons.get(id), label: id }));
  const cells = leftOut
    ? [says, kind, '', `left out: ${leftOut}`, '', '']
    : [says, kind, taughtIn.join(', '), ...[claims, questions, misconceptions].map((all) => all.map(linkTo).join('; '))];
  return `| ${cells.map((cell) => cell.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
}

function linkTo({ label, url }) {
  return `[${label.replaceAll(/[[\]]/g, '\\$&')}](${url})`;
}
