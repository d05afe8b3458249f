import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answered, type Learner, learner, linesOf, remember, tutor } from './learner.js';
import { sampleCourse, temporaryFolder, writeFiles } from './sample-course.js';

const progress = (who: Learner, ...args: readonly string[]) => tutor(who, ['progress', ...args]);

/** What progress shows, without when and where. */
function shown(who: Learner): unknown {
  const { journal: _journal, questions, ...rest } = JSON.parse(progress(who, '--json').stdout) as Record<string, unknown>;
  return { ...rest, questions };
}

function somebody(): Learner {
  const who = learner();
  remember(who, 4, [
    { kind: 'page', lesson: 'threads', page: 2, of: 5 }, answered('heap', 1), { kind: 'guess', question: 'heap' }, answered('both', 0),
    { kind: 'exercise', lesson: 'threads', runtime: 'python', passed: 2, of: 2 },
  ]);
  return who;
}

describe('progress export and import', () => {
  test.each(['json', 'csv'])('take it to another machine, and a second time add nothing: %s', (format) => {
    const [one, other] = [somebody(), learner()];
    const file = join(temporaryFolder(), `mine.${format}`);
    expect(progress(one, 'export', file).stdout.replaceAll(/\s+/g, ' ')).toMatch(/Wrote (5 entries|2 answers) to/);
    const same = { ...other, course: one.course };
    expect(progress(same, 'import', file).stdout).toMatch(/^ Imported: /);
    expect(shown(same)).toMatchObject({ questions: { answered: 2, right: 0, missed: 2 } });
    const before = linesOf(same);
    const again = progress(same, 'import', file);
    expect(again.stdout.replaceAll(/\s+/g, ' ')).toMatch(/Imported 0: of (5 entries|2 answers) in .*were there already\./);
    expect(linesOf(same)).toEqual(before);
  });

  test('merge what two machines have, in the order of time', () => {
    const [one, other] = [somebody(), learner()];
    const both = { ...other, course: one.course };
    remember(both, 1, [answered('both', 1)]);
    const folder = temporaryFolder();
    progress(one, 'export', join(folder, 'one.json'));
    progress(both, 'export', join(folder, 'both.json'));
    progress(both, 'import', join(folder, 'one.json'));
    progress(one, 'import', join(folder, 'both.json'));
    expect(shown(both)).toEqual(shown(one));
    expect(shown(one)).toMatchObject({ questions: { answered: 2, right: 1 } });
  });

  test('knows the same course in another folder, and refuses another course', () => {
    const [one, elsewhere, stranger] = [somebody(), learner(), learner(sampleCourse())];
    const file = join(temporaryFolder(), 'mine.json');
    progress(one, 'export', file);
    expect(readFileSync(file, 'utf8')).not.toContain(one.course);
    expect(progress(elsewhere, 'import', file).status).toBe(0);
    expect(shown(elsewhere)).toMatchObject({ questions: { answered: 2 } });
    writeFiles(stranger.course, { 'course.yaml': 'id: stranger\ntitle: Strange\n' });
    const refused = progress(stranger, 'import', file);
    expect(refused.status).toBe(1);
    expect(refused.stderr.replaceAll(/\s+/g, ' ')).toContain('another course: A sample course (sample), not Strange (stranger). Nothing was imported.');
  });

  test('import nothing of a file that is broken, and say where', () => {
    const who = learner();
    const folder = temporaryFolder();
    writeFiles(folder, {
      'broken.json': '{\n  "format": "mp-tutor progress",\n  "version": 1,\n}\n',
      'broken.csv': 'at,question,topic,right,guessed\n2026-11-03T10:15:00Z,heap,threads,1,no\n2026-11-03T10:15:00Z,heap,threads,1.5,no\n',
    });
    const json = tutor(who, ['progress', 'import', 'broken.json'], '', folder);
    expect([json.status, json.stderr]).toEqual([1, expect.stringContaining('error: broken.json:4:1: this is no JSON')]);
    const csv = tutor(who, ['progress', 'import', 'broken.csv'], '', folder);
    expect([csv.status, csv.stderr]).toEqual([1, expect.stringContaining('error: broken.csv:3:35: "1.5" is no number from 0 to 1. Nothing was imported.')]);
    expect(shown(who)).toMatchObject({ questions: { answered: 0 } });
  });

  test('overwrite nothing, and want a name that says the format', () => {
    const who = somebody();
    const folder = temporaryFolder();
    writeFiles(folder, { 'mine.json': 'mine' });
    const refused = progress(who, 'export', join(folder, 'mine.json'));
    expect([refused.status, refused.stderr.replaceAll(/\s+/g, ' ')]).toEqual([1, expect.stringContaining('is there already. Nothing was changed')]);
    expect(readFileSync(join(folder, 'mine.json'), 'utf8')).toBe('mine');
    expect(progress(who, 'export', join(folder, 'mine.xml'))).toMatchObject({ status: 2, stderr: expect.stringContaining('must end in .json') });
    expect(existsSync(join(folder, 'mine.xml'))).toBe(false);
    expect(progress(who, 'import', join(folder, 'none.json'))).toMatchObject({ status: 1, stderr: expect.stringContaining('cannot be read') });
  });

  test('write no file where the journal cannot be read', () => {
    const who = learner();
    mkdirSync(join(who.state, 'mp-tutor', 'journal.jsonl'), { recursive: true });
    const files = ['mine.json', 'mine.csv'].map((name) => join(temporaryFolder(), name));
    expect(files.map((file) => progress(who, 'export', file))).toEqual(files.map(() => (
      expect.objectContaining({ status: 1, stderr: expect.stringContaining('Earlier progress is not known') })
    )));
    expect(files.filter((file) => existsSync(file))).toEqual([]);
  });

  test('leave a note of answers to questions that the course does not have', () => {
    const who = learner();
    const folder = temporaryFolder();
    writeFiles(folder, { 'a.csv': 'at,question,topic,right\n2026-11-03T10:15:00Z,gone,threads,1\n' });
    expect(tutor(who, ['progress', 'import', 'a.csv'], '', folder).stdout).toContain('1 answer belongs to questions that the course does not have now.');
  });
});

describe('quiz --export', () => {
  const questions = (who: Learner, folder: string, ...args: readonly string[]) => tutor(who, ['quiz', '--export', ...args], '', folder);

  test('writes questions for Anki and for Moodle, of a topic or of all', () => {
    const [who, folder] = [learner(), temporaryFolder()];
    const anki = questions(who, folder, 'all.tsv');
    expect({ status: anki.status, stdout: anki.stdout }).toEqual({ status: 0, stdout: ' Wrote 6 questions to all.tsv. In Anki: File, Import.\n' });
    expect(readFileSync(join(folder, 'all.tsv'), 'utf8')).toMatch(/^#separator:tab\n[^]*\n"sample:heap"\t"<p>What do threads share\?<\/p>/);
    expect(questions(who, folder, 'pool.gift', 'pool').stdout).toContain('Wrote 2 questions to pool.gift. In Moodle: Question bank');
    expect(readFileSync(join(folder, 'pool.gift'), 'utf8')).toMatch(/^\$CATEGORY: sample\/pool\n\n\/\/ \[id:prints\]/);
  });

  test('overwrites nothing, and refuses what it cannot write', () => {
    const [who, folder] = [learner(), temporaryFolder()];
    writeFiles(folder, { 'mine.tsv': 'mine' });
    expect(questions(who, folder, 'mine.tsv')).toMatchObject({ status: 1, stderr: expect.stringContaining('is there already') });
    expect(readFileSync(join(folder, 'mine.tsv'), 'utf8')).toBe('mine');
    expect(questions(who, folder, 'a.txt')).toMatchObject({ status: 2, stderr: expect.stringContaining('must end in .tsv') });
    expect(questions(who, folder, 'a.tsv', 'semaphores')).toMatchObject({ status: 2, stderr: expect.stringContaining('no topic or lesson') });
    expect(questions(who, folder, 'a.tsv', '--exam')).toMatchObject({ status: 2, stderr: expect.stringContaining('cannot be used with') });
  });
});
