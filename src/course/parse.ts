import { dirname, resolve } from 'node:path';
import type { Root } from 'mdast';
import { readTip } from './answer.js';
import { checkControls } from './controls.js';
import { checkFences, isExercise } from './fences.js';
import { type Files, normalise } from './files.js';
import { Findings, START } from './findings.js';
import { type FrontMatter, readFrontMatter } from './front-matter.js';
import type { Known } from './known.js';
import type { Lesson, Question } from './lesson.js';
import { checkLinks } from './links.js';
import { anchorsOf, parseMarkdown } from './markdown.js';
import { misconceptionsIn } from './misconceptions.js';
import { readExercise } from './exercise.js';
import { readMend } from './mend.js';
import { readPrediction } from './prediction.js';
import type { Problem } from './problem.js';
import { checkSameClaims, readClaims } from './read-claims.js';
import { readQuiz } from './quiz.js';
import type { Reading } from './reading.js';
import { readRun } from './run.js';
import { readSections } from './sections.js';
import { checkStrays } from './strays.js';

/** What a lesson's text says, also where the lesson cannot be shown. */
export interface Parsed {
  readonly lesson: Lesson | undefined;
  readonly front: FrontMatter | undefined;
  readonly questions: readonly Question[];
  readonly problems: readonly Problem[];
}

/** Reads a lesson and holds it against what is known and the files beside it. */
export function parse(text: string, path: string, known: Known, files: Files): Parsed {
  const file = resolve(path);
  const source = normalise(text);
  const findings = new Findings(file);
  const root = readTree(source, findings);
  if (root === undefined) {
    return { lesson: undefined, front: undefined, questions: [], problems: findings.all };
  }
  const reading = {
    file, lines: source.split('\n'), own: anchorsOf(root), known, files, findings,
    misconceptions: misconceptionsIn(dirname(file), files),
    callNames: new Map(),
  };
  checkControls(source, findings);
  checkLinks(root, reading);
  checkFences(root, reading);
  const parsed = readLessonTree(root, reading);
  return { ...parsed, lesson: findings.areBreaking ? undefined : parsed.lesson, problems: findings.all };
}

/** undefined when everything else that could be told would be guesswork. */
function readTree(source: string, findings: Findings): Root | undefined {
  if (source.trim() === '') {
    findings.broken(START, 'the file is empty', '`mp-tutor new lesson ID` writes a lesson to begin with');
    return undefined;
  }
  const root = parseMarkdown(source);
  if (root === undefined) {
    findings.broken(START, 'quotes, lists or emphasis are nested too deeply, or one paragraph has thousands of marks', 'write it more simply');
    return undefined;
  }
  if (/^---[ \t]*\n/.test(source) && root.children[0]?.type !== 'yaml') {
    findings.broken(START, 'the front matter does not end', 'write a line `---` below it');
    return undefined;
  }
  return root;
}

function readLessonTree(root: Root, reading: Reading): Omit<Parsed, 'problems'> {
  const [first] = root.children;
  const front = first?.type === 'yaml' ? readFrontMatter(first, reading.findings) : noFrontMatter(reading);
  const sections = readSections(root, reading.findings);
  const { named } = sections;
  const runSection = named.get('Run');
  const run = runSection && readRun(runSection, reading);
  const predict = named.get('Predict');
  if (predict && runSection === undefined) {
    reading.findings.broken(predict.spot, 'there is a prediction but no run', 'write below `## Run` what decides it');
  }
  const prediction = predict && readPrediction(predict, run?.call, reading);
  const mendSection = named.get('Mend');
  if (mendSection && runSection === undefined) {
    reading.findings.flawed(mendSection.spot, 'there is nothing to mend, since nothing is run', 'write below `## Run` what needs it');
  }
  const answer = named.get('Answer');
  const inAnExam = answer ? readTip(answer, reading) : [];
  const [yourTurn, quiz] = [named.get('Your turn'), named.get('Quiz')];
  const identity = { id: front?.id.value ?? '', topic: front?.topic.value ?? '' };
  const mended = mendSection && readMend(mendSection, identity.id, reading);
  const answered = readClaims(answer?.blocks ?? [], identity.id, reading);
  const more = sections.more.map(({ title, blocks }) => ({ title, ...readClaims(blocks, identity.id, reading) }));
  const asked = quiz ? readQuiz(quiz, identity, reading) : { questions: [], claims: [] };
  checkSameClaims(reading);
  checkStrays(root, sections, reading);
  const lesson = {
    ...identity,
    file: reading.file,
    title: sections.title,
    after: front?.after.map(({ value }) => value) ?? [],
    opening: sections.opening,
    prediction,
    run,
    mend: mended?.mend,
    answer: answered.blocks,
    answerClaims: answered.claims.map(({ id }) => id),
    inAnExam,
    more: more.map(({ title, blocks, claims }) => ({ title, blocks, claims: claims.map(({ id }) => id) })),
    yourTurn: yourTurn?.blocks.filter((block) => !isExercise(block)) ?? [],
    exercise: yourTurn && readExercise(yourTurn, reading),
    questions: asked.questions,
    claims: [...(mended ? [mended.claim] : []), ...answered.claims, ...more.flatMap(({ claims }) => claims), ...asked.claims],
  };
  return { lesson, front, questions: asked.questions };
}

function noFrontMatter({ findings }: Reading): undefined {
  findings.broken(START, 'there is no front matter', 'begin the file with the lines `---`, `id: a-name`, `---`');
}
