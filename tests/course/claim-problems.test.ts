import { describe, expect, test } from 'vitest';
import { parseLesson } from '../../src/course/read.js';
import { changed, CLAIMS, known, memoryFiles, PROGRAMS, toldOf } from './support.js';

const KEYS = 'the keys are `claim`, `run`, `contrast`, `always`, `never`, `sometimes`, `hung`, `ratio`, `compare`, `to`, `times`, '
  + '`limit`, `start-method`, `stdout`, `because`, `needs`, `shows`';
const YAML = 'write `key: value` on each line, and a value with `: `, ` #`, or a sign at its beginning in \'single quotes\'';
const CEL = 'write `&&`, `||`, `!` and `==`, not `and`, `or`, `not` and `=`; docs/lessons.md shows how';
const HEADING = 'write `### Claim: a sentence` above it, in `## Answer` or a section of your own';
const MAKE = 'write `### Claim: a sentence` in `## Answer` or a section of your own, and the proof below it';
const ENDED = 'here the keys end, so what follows is never read; take the line `---` or `...` away';
const FENCE = 'write one below it, in a fence that begins with "```yaml proof"';
const TOO_SHORT = 'whether a program hangs is seen in the last second before its limit, so this limit is too short; write `limit: 2` or more';
const FORMS = 'write `mp-tutor demo NAME`, `node FILE` or `python3 FILE`';
const OTHERWISE = 'docs/architecture.md lists the facts; a program adds its own by `mark`';
const BECAUSE = 'runs alone never show that something is always so; write `because:` with the address of its documentation, or a sentence';

const OTHER = CLAIMS.replace('id: pool', 'id: other').replace('### Not a claim', '### Claim');
const BESIDE = { ...PROGRAMS, 'other.md': OTHER, 'notes.md': '# Notes\n\n### Claim: none\n' };

test('a lesson with claims as they should be has no problems', () => {
  expect(toldOf(CLAIMS, BESIDE)).toEqual([]);
});

/** One change to a good lesson with claims, and all that is then told of it. */
const CASES: Readonly<Record<string, readonly (readonly [from: string, to: string, ...problems: string[]])[]>> = {
  'the fence': [
    ['### Claim: a dead child is missed', '### A dead child',
      `50:1: this proof belongs to no claim; ${HEADING}`,
      '86:12: the link leads nowhere: this file has no heading #claim-a-dead-child-is-missed; write that heading, or link to another',
    ],
    ['### Claim: at most *three* do the work\n', '', `36:1: this proof belongs to no claim; ${HEADING}`],
    ['### Not a claim', '### Claim: a new one', `56:1: there is no proof of this claim; ${FENCE}`],
    ['### Not a claim', '### claim:', `56:1: this claim says nothing; write a sentence behind \`Claim:\``, `56:1: there is no proof of this claim; ${FENCE}`],
    ['### Not a claim', '#### Claim: a new one', `56:1: this heading makes no claim; ${MAKE}`],
    ['Try it.', 'Try it.\n\n### Claim: it works', `64:1: this heading makes no claim; ${MAKE}`],
    ['Try it.', '```yaml proof\nhung: true\n```', `62:1: this proof belongs to no claim; ${MAKE}`],
    ['Look.', '> ```yaml proof\n> hung: true\n> ```', `35:3: this proof belongs to no claim; ${MAKE}`],
    ['### Not a claim\n\nText.', '```yaml proof\n```', '56:1: this is a second proof of the claim; keep one; it may have several runs'],
    ['### Not a claim', '### Claim: at most three do the work',
      `56:1: there is no proof of this claim; ${FENCE}`,
      '56:1: the claim "at most three do the work" is there twice; keep one; the other is on line 33',
    ],
    ['```yaml proof\nrun: python3', '```yml proof\nrun: python3',
      `48:1: there is no proof of this claim; ${FENCE}`, '50:1: "yml proof" means nothing; only `yaml proof` shows a claim',
    ],
    ['```yaml proof\nrun: python3', '```yaml prof\nrun: python3',
      `48:1: there is no proof of this claim; ${FENCE}`, '50:1: "prof" after the language of the code means nothing; did you mean `proof`?',
    ],
    ['hung: true', 'hung: true\nhung: true', '53:1: this key is there twice; delete one of them'],
    ['hung: true', 'hung: "true', `53:33: this is not YAML: Missing closing "quote; ${YAML}`],
    ['run: python3 programs/wait.py\nhung: true\ncontrast: node programs/wait.mjs\n', '- hung\n',
      `51:1: this is not a list of keys with values; ${YAML}`],
    ['hung: true', 'hnug: true',
      '50:1: the proof asserts nothing; write one of `always: expression`, `never`, `sometimes`, `hung`, `ratio`',
      '52:1: unknown key `hnug`; did you mean `hung`?'],
    ['hung: true', 'hung: true\ncolour: red', `53:1: unknown key \`colour\`; ${KEYS}`],
    ['hung: true', 'hung: true\n---\nlimit: 60', `53:1: ${ENDED}`],
    ['hung: true', 'hung: true\n...\nlimit: 60', `54:1: ${ENDED}`],
    ['hung: true', `hung: true\n${'x: 1\n'.repeat(50)}`, `51:1: there are more than 50 keys; ${KEYS}`],
    ['hung: true', `hung: true\n# ${'x'.repeat(5000)}`, '50:1: this proof is longer than 5000 characters; divide the claim'],
    ['### Not a claim', '### Claim:two', '56:1: there is no blank behind `Claim:`, so this heading makes no claim; write `### Claim: a sentence`'],
    ['### Claim: a dead child is missed', '### Claim:\u00a0a dead child is missed',
      '48:1: there is no blank behind `Claim:`, so this heading makes no claim; write `### Claim: a sentence`',
      `50:1: this proof belongs to no claim; ${HEADING}`,
      '86:12: the link leads nowhere: this file has no heading #claim-a-dead-child-is-missed; did you mean `#claima-dead-child-is-missed`?'],
  ],
  'what is run': [
    ['run: python3 programs/wait.py\n', '', '50:1: the proof runs nothing; write `run: command`'],
    ['run: python3 programs/wait.py', 'run:', '51:5: `run` must be a command, or a list of them; write `run: command`'],
    ['run: python3 programs/wait.py', 'run: [demo pool, [demo pool]]', '51:18: `run` must be a command, or a list of them; write `run: command`'],
    ['run: python3 programs/wait.py', 'run: pool', `51:6: \`pool\` cannot be run from a lesson; ${FORMS}`],
    ['run: python3 programs/wait.py', 'run: demo', '51:6: the command names no demo; write `mp-tutor demo NAME`'],
    ['run: python3 programs/wait.py', 'run: demo pol', '51:6: there is no demo "pol"; take pool, threads'],
    ['run: python3 programs/wait.py', 'run: demo pool --wrokers 3', '51:6: unknown option \'--wrokers\'; see --help'],
    ['run: python3 programs/wait.py', 'run: demo pool | cat', '51:16: a run is no shell: | means nothing here; use plain words and quoted texts only'],
    ['run: python3 programs/wait.py', 'run: "python3 programs/wait.py; ls"', '51:31: a run is no shell: ; means nothing here; use plain words and quoted texts only'],
    ['run: python3 programs/wait.py', 'run: python3 gone.py', '51:6: there is no file `gone.py`; write its path as seen from the lesson'],
    ['run: python3 programs/wait.py', 'run: [python3 gone.py, demo pol, {run: demo}]',
      '51:7: there is no file `gone.py`; write its path as seen from the lesson',
      '51:24: there is no demo "pol"; take pool, threads',
      '51:40: the command names no demo; write `mp-tutor demo NAME`'],
    ['run: python3 programs/wait.py', 'run: {start-method: spawn}', '51:6: this says nothing of what to run; write `run: command` in it'],
    ['run: python3 programs/wait.py', 'run: {run: demo pool, rnu: 1}', '51:23: unknown key `rnu`; did you mean `run`?'],
    ['run: python3 programs/wait.py', 'run: {run: node programs/wait.mjs -x, start-method: spawn}', '51:12: only Python has start methods; take `start-method` away'],
    ['hung: true', 'hung: true\nstart-method: forked', '53:15: there is no start method "forked"; did you mean `fork`?'],
    ['hung: true', 'hung: true\nstart-method: [fork, thread]', '53:22: there is no start method "thread"; take fork, spawn, forkserver'],
    ['because: https', 'start-method: fork\nbecause: https', '41:1: no run of this claim is in Python, so none has a start method; take it away'],
    ['hung: true', 'hung: true\nstdout: file', '53:9: "file" is not what the standard output can be; take pipe or terminal'],
    ['hung: true', 'hung: true\nlimit: 0', '53:8: "0" is no limit for a run; write seconds, from 0.5 to 60'],
    ['hung: true', 'hung: true\nlimit: 61', '53:8: "61" is no limit for a run; write seconds, from 0.5 to 60'],
    ['hung: true', 'hung: true\nlimit: 0x10', '53:8: "0x10" is no limit for a run; write seconds, from 0.5 to 60'],
    ['hung: true', 'hung: true\nlimit: 1.9', `53:1: ${TOO_SHORT}`],
    ['hung: true', 'limit: 0.5\nhung: false', `52:1: ${TOO_SHORT}`],
    ['hung: true', `limit: 1\nnever: '!hung && hung'`, `52:1: ${TOO_SHORT}`],
    ['hung: true', 'limit: 2\nhung: true'],
    ['hung: true', 'limit: 0.5\nnever: size(deaths) > 0'],
    ['run: python3 programs/wait.py', 'run: {run: demo pool --runtime python --start-method spawn, start-method: fork}',
      '51:12: the command says already `--start-method spawn`; keep that or `start-method`'],
    ['run: python3 programs/wait.py', 'run: []', '51:6: `run` lists nothing; write `run: command`'],
    ['hung: true', 'hung: true\nstart-method: []', '53:15: `start-method` lists nothing; write `start-method: [one, another]`'],
    ['hung: true', 'hung: true\nlimit: 3s', '53:8: "3s" is no limit for a run; write seconds, from 0.5 to 60'],
    ['hung: true', 'hung: true\ntimes: 0', '53:8: "0" is not how often a run can be done; write a whole number from 1 to 100'],
    ['hung: true', 'hung: true\ntimes: 2.5', '53:8: "2.5" is not how often a run can be done; write a whole number from 1 to 100'],
    ['sometimes: done', 'times: 1\nsometimes: done', '73:8: "1" is not how often a run can be done; write a whole number from 2 to 100'],
  ],
  'the contrast': [
    ['contrast: node programs/wait.mjs\n', '', '50:1: the proof has no contrast, so it may prove nothing; write `contrast: command`, a run in which the claim must fail'],
    ['contrast: node programs/wait.mjs\n', 'contrast: python3  programs/wait.py\n', '53:11: this contrast is a run of the claim; take a run in which the claim must fail'],
    ['contrast: node programs/wait.mjs\n', 'contrast: {stdout: pipe}\n', '53:11: this contrast is a run of the claim; take a run in which the claim must fail'],
    ['contrast: node programs/wait.mjs\n', 'contrast: [{start-method: fork}, {start-method: spawn}]\nstart-method: fork\n',
      '53:12: this contrast is a run of the claim; take a run in which the claim must fail'],
    ['contrast: demo pool --workers 9', 'contrast: {start-method: spawn}', '40:11: no run of this claim is in Python, so none has a start method; write `run: command` in it'],
    ['contrast: demo pool --workers 9', 'contrast: {}', '40:11: this says nothing of what to run; write `run: command` in it'],
  ],
  'what is asserted': [
    ['hung: true', 'times: 2', '50:1: the proof asserts nothing; write one of `always: expression`, `never`, `sometimes`, `hung`, `ratio`'],
    ['hung: true', 'hung: true\nnever: hung', '53:1: this is a second assertion beside `hung`; keep one; write another claim for the other'],
    ['hung: true', 'hung: yes', '52:7: "yes" is neither true nor false; write `hung: true` or `hung: false`'],
    ['hung: true', 'never:', '52:7: `never` must be a text; write an expression, in \'single quotes\' if it begins with a sign'],
    ['hung: true', 'never: !hung', '52:13: `never` must be a text; write an expression, in \'single quotes\' if it begins with a sign'],
    ['hung: true', 'never: "x" in deaths', `52:12: this is not YAML: Unexpected scalar at node end; ${YAML}`],
    ['hung: true', 'never: hung = true', `52:13: this expression cannot be used: Unexpected character: =; ${CEL}`],
    ['hung: true', `never: 'hung &&'`, `52:16: this expression cannot be used: Unexpected token: EOF; ${CEL}`],
    ['hung: true', 'never: size(deaths)', `52:8: this expression cannot be used: its value is of the type int, not a boolean; ${CEL}`],
    ['hung: true', 'never: 1 > 2', '52:8: this expression asks for no fact, so no run can decide it; name a fact in it'],
    ['hung: true', 'never: deaths.length > 2', '52:8: `deaths.length` is not how long it is; write `size(deaths)`'],
    ['hung: true', 'never: hugn || deths == [] || hugn',
      '52:8: the program python3 programs/wait.py has no fact `hugn`; did you mean `hung`?',
      '52:16: the program python3 programs/wait.py has no fact `deths`; did you mean `deaths`?'],
    ['workerPids <= 3', 'workerPids.foo <= 3', '39:9: `workerPids` of the demo pool is neither a group nor a list, so it has no parts; write `workerPids`'],
    ['workerPids <= 3', 'deaths.foo == 3'],
    ['hung: true', 'never: workerPids > 3', `52:8: the program python3 programs/wait.py has no fact \`workerPids\`; ${OTHERWISE}`],
    ['hung: true', 'never: done > 3', `52:8: the program python3 programs/wait.py has no fact \`done\`; ${OTHERWISE}`],
    ['hung: true', 'never: printed.totl > 3', '52:8: the program python3 programs/wait.py has no fact `printed.totl`; did you mean `printed.total`?'],
    ['hung: true', 'never: printed.zzzzzzzzzzzz > 3',
      '52:8: the program python3 programs/wait.py has no fact `printed.zzzzzzzzzzzz`; let its text name it, and print it as `name: value`'],
    ['workerPids <= 3', 'workerPids <= 3 && measured.two > 1', '39:28: the demo pool has no fact `measured.two`; did you mean `measured.one`?'],
    ['contrast: demo pool --workers 9', 'contrast: demo threads', `39:9: the demo threads has no fact \`workerPids\`; ${OTHERWISE}`],
    ['always: workerPids <= 3', `always: >\n  workerPids <= 3\n  && nope`, `39:9: the demo pool has no fact \`nope\`; ${OTHERWISE}`],
    ['because: https://example.org/pool\n', '', `39:1: ${BECAUSE}`],
    ['hung: true', 'hung: true\ncompare: deaths\nto: demo pool',
      '53:1: `compare` means nothing without `ratio`; take it away, or write `ratio: ratio < 0.8`',
      '54:1: `to` means nothing without `ratio`; take it away, or write `ratio: ratio < 0.8`'],
    ['hung: true', 'ratio: ratio < 1 && hung',
      '52:1: it is not said what the run is compared with; write `to: command`',
      '52:1: it is not said which fact is compared; write `compare: elapsedMs`',
      '52:21: only `ratio` is known here, not `hung`; write such as `ratio < 0.8`'],
    ['hung: true', 'ratio: ratio < 1\ncompare: done\nto: [node programs/wait.mjs, node programs/wait.mjs]',
      `53:10: the program python3 programs/wait.py has no fact \`done\`; ${OTHERWISE}`,
      '54:30: this is a second run to compare with; keep one, with one start method'],
    ['hung: true', 'hung: true\nshows: workerPid', `53:8: the program python3 programs/wait.py has no fact \`workerPid\`; ${OTHERWISE}`],
    ['hung: true', 'hung: true\nneeds: {cores: 0, platform: [windows], python: 3.12, gil: maybe, core: 1}',
      '53:16: "0" is no number of cores; write a whole number from 1 to 64',
      '53:30: "windows" is no platform of mp-tutor; take linux or darwin',
      '53:48: "3.12" is no range of versions; write such as `">=3.12"` or `">=3.8, <3.14"`',
      '53:59: "maybe" is neither true nor false; write `gil: true` or `gil: false`',
      '53:66: unknown key `core`; did you mean `cores`?'],
    ['hung: true', 'hung: true\nneeds: cores', '53:8: `needs` must hold keys with values; write `cores: …`, indented, on a line below `needs:`'],
  ],
  'the proof of a question': [
    ['claim: nine are done\n', '', '70:1: it is not said what this proof shows; write `claim: a sentence` in it'],
    ['claim: nine are done', 'claim:', '71:7: `claim` must be a text; write `claim: text`'],
    ['hung: true', 'hung: true\nclaim: it hangs', '53:1: the heading says already what is claimed; take `claim` away'],
    ['- [ ] Nine', '```yaml proof\n```\n\n- [ ] Nine', '77:1: this question has a second proof; keep one, and link to claims of the lesson for the others'],
    ['> Because. [Proof](#claim-a-dead-child-is-missed)', '> Because. [Proof](#claim-a-ded-child-is-missed)',
      '86:12: the link leads nowhere: this file has no heading #claim-a-ded-child-is-missed; did you mean `#claim-a-dead-child-is-missed`?'],
    ['[Proof](#claim-a-dead-child-is-missed)', '[Proof](gone.md#claim-x)', '86:12: the link leads nowhere: there is no gone.md; mend its path, or write the file'],
    ['[Proof](#claim-a-dead-child-is-missed)', '[Proof](other.md#claim-x)',
      '86:12: the link leads nowhere: other.md has no heading #claim-x; did you mean `#claim`?'],
    ['[Proof](#claim-a-dead-child-is-missed)', '[Proof](notes.md#claim-none)', '86:12: notes.md is no lesson of this course; link to a claim of the same folder'],
    ['### Not a claim\n\nText.', '### Claim at all\n\n[Proof](#claim-at-all)'],
    ['> Because. [Proof](#claim-a-dead-child-is-missed)', '> Because. [Proof](#claim-a-dead-child-is-missed) [Definition](#definition)',
      '86:51: this question has a proof, so it asks for more than a definition; take this link away, or the proof'],
    ['How many?\n\n```yaml', 'How many? [Definition](#definition)\n\n```yaml',
      '68:11: this question has a proof, so it asks for more than a definition; take this link away, or the proof'],
    ['Text.', 'Text. [Definition](#definition)', '58:7: only a question of the quiz can ask for a definition; take this link away'],
    ['### Not a claim\n\nText.', '### Definition\n\nText. [Definition](#definition)'],
  ],
};

for (const [what, cases] of Object.entries(CASES)) {
  test.each(cases)(`${what}: %j → %j`, (from, to, ...problems) => {
    expect(toldOf(changed(from, to, CLAIMS), BESIDE)).toEqual(problems);
  });
}

test.each([
  ['### Claim at all'],
  ['#### Claim: at all', `56:1: this heading makes no claim; ${MAKE}`],
])('a link to a heading that only looks like a claim: %s', (heading, ...problems) => {
  const text = changed('### Not a claim', heading, changed('[Proof](#claim-a-dead-child-is-missed)', '[Proof](#claim-at-all)', CLAIMS));
  expect(toldOf(text, BESIDE)).toEqual([...problems, '86:12: #claim-at-all is no claim; link to a heading `### Claim: …`']);
});

test('all faults of a proof are told at once, and none hides another', () => {
  const text = changed(
    'run: python3 programs/wait.py\nhung: true\ncontrast: node programs/wait.mjs\n',
    'run: [demo pol --workers 3, python3 programs/b.py, demo pool]\nalways: workerPid <= 3 && printed.totl == 4\nnever: deaths[0\n'
    + 'contrst: demo spawn\ntimes: 1000\nlimit: 0\nstart-method: forked\nneeds: {gil: maybe}\n',
    CLAIMS,
  );
  expect(toldOf(text, BESIDE).map((problem) => problem.split(' ')[0])).toEqual([
    '50:1:', '51:7:', '51:29:', '52:1:', '52:9:', '52:27:', '53:1:', '53:16:', '54:1:', '55:8:', '56:8:', '57:15:', '58:14:',
  ]);
});

/** Without such a key the claim would be another one. */
const UNREADABLE = [
  'colour: red', 'stdout: [terminal]', 'stdout: {a: b}', 'needs: 2', 'needs:', 'needs: {cores: [2]}', 'needs: {core: 64}', 'need: {cores: 64}',
  'needs: {platform: [[darwin]]}', 'needs: {platform: []}', 'limit: [30]', 'times: {a: 1}', 'start-method: {spawn: x}', 'strt-method: spawn',
  'shows: [a]', 'because: [a]', '---\nlimit: 60', '? [x]\n: y',
];

describe('a lesson with a faulty proof is shown', () => {
  const claims = (text: string): readonly string[] | undefined => {
    const files = memoryFiles(Object.fromEntries(Object.entries(BESIDE).map(([name, each]) => [`/course/${name}`, each])));
    return parseLesson(text, '/course/pool.md', known, files).lesson?.claims.map(({ id }) => id.replace('pool#', ''));
  };
  const ALL = ['claim-at-most-three-do-the-work', 'claim-a-dead-child-is-missed', 'pool-count'];

  test.each([
    ['hung: true', 'hung: yes'], ['hung: true', 'never: hugn'], ['hung: true', 'hung: true\nnever: hung'], ['wait.py', 'gone.py'],
    ['contrast: node programs/wait.mjs\n', ''], ['hung: true', 'hung: true\nlimit: 0'], ['hung: true', 'hung: true\nneeds: {gil: maybe}'],
    ['hung: true', 'hung: true\nshows: nope'], ...UNREADABLE.map((line): [string, string] => ['hung: true', `hung: true\n${line}`]), ['run: python3 programs/wait.py', 'run:'], ['contrast: node programs/wait.mjs\n', 'contrast:\n'], ['hung: true', 'hung: "true'],
  ])('without the claim, if it cannot be proved: %j → %j', (from, to) => {
    expect(claims(changed(from, to, CLAIMS))).toEqual(ALL.filter((id) => id !== 'claim-a-dead-child-is-missed'));
  });

  test.each([
    ['because: https://example.org/pool\n', ''], ['hung: true', 'hung: true\nclaim: so'],
  ])('with it, if it can: %j → %j', (from, to) => {
    expect(claims(changed(from, to, CLAIMS))).toEqual(ALL);
  });
});
