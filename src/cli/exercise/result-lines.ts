import type { CheckResult } from '../../proof/index.js';
import { type Capabilities, clean, glyphs, paint, wrap } from '../../terminal/index.js';
import { printed, sceneOf, waitsSection, whatYouSaw } from '../../views/index.js';
import { sentencesOn } from '../demo/own/sentences.js';
import { counted } from '../figures.js';
import { inPage, joined } from '../tutor/lines.js';
import type { Checked, ExerciseRun } from './check.js';

/** How results are drawn. */
export interface ResultStyle {
  readonly capabilities: Capabilities;
  /** Words stand in place of signs. */
  readonly plain: boolean;
  /** What the learner does to have it checked again, such as "run the same command again". */
  readonly again: string;
}

/** Each check with its verdict, of one that failed what happened, and what that comes to. */
export function resultLines(checked: Checked, times: number, style: ResultStyle): string[] {
  const { capabilities, again } = style;
  const { columns, colour } = capabilities;
  const { strong } = paint(colour);
  if (checked.kind === 'skipped') {
    return wrap(`It cannot be checked on this machine: ${clean(checked.why)}.`, columns);
  }
  const { results, runs } = checked;
  const passed = passedOf(checked);
  const story = storyOf(results, runs);
  const ending = passed === results.length
    ? [`Solved: ${allOf(results.length)} passed in ${runs.length} of ${counted(runs.length, 'run')}.`]
    : [
        `${passed} of ${counted(results.length, 'check')} passed.`,
        ...(runs.length < times ? [`It was not run any more after run ${runs.length} of ${times}, since that one shows it.`] : []),
        `Change the program, and ${again}.`,
      ];
  return joined([
    results.flatMap((result, index) => oneResult(result, results[index - 1], `${runs.length} of ${counted(times, 'run')}`, style)),
    story ? storyLines(story, runs.length, capabilities) : [],
    [...wrap(strong(ending[0] ?? ''), columns), ...ending.slice(1).flatMap((each) => wrap(each, columns))],
  ]);
}

/** How many checks passed; of what could not be checked, none. */
export function passedOf(checked: Checked): number {
  return checked.kind === 'checked' ? checked.results.filter(({ verdict }) => verdict === 'passed').length : 0;
}

function allOf(count: number): string {
  return count === 1 ? 'the check' : `all ${count} checks`;
}

const SIGNS = { passed: glyphs.passed, failed: glyphs.failed, untold: '?' } as const;
const WORDS = { passed: 'passed:', failed: 'failed:', untold: 'not told:' } as const;

/** What did not pass says why, unless that has just been said of the one before. */
function oneResult(result: CheckResult, before: CheckResult | undefined, ran: string, { capabilities: { columns, colour }, plain }: ResultStyle): string[] {
  const { check, verdict, reason } = result;
  const { says, hint } = check;
  const { bad, strong, dim } = paint(colour);
  const sign = plain ? WORDS[verdict] : SIGNS[verdict];
  if (verdict === 'passed') {
    return wrap(`${clean(says)} ${dim(`(${check.asserts.kind === 'sometimes' ? clean(reason) : ran})`)}`, columns, `${strong(sign)} `);
  }
  const below = plain ? '' : '  ';
  const why = verdict === before?.verdict && reason === before.reason ? [] : wrap(clean(whyNot(result)), columns, below);
  const look = verdict === 'untold' || hint === undefined ? [] : wrap(`Hint: ${clean(hint)}`, columns, below);
  return [...wrap(clean(says), columns, `${bad(sign)} `), ...why, ...look];
}

function whyNot({ check: { asserts }, verdict, reason, counterexample }: CheckResult): string {
  return verdict === 'failed' && asserts.kind === 'hung' && counterexample
    ? `In run ${counterexample.run} it ${asserts.hangs ? 'ended by itself' : 'hung'}.`
    : `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}

/** A run to be told of. */
interface Story {
  readonly run: ExerciseRun;
  /** Counted from 1. */
  readonly number: number;
}

/** The run that shows why the first check did not pass: of those that failed, or else of those that no run tells. */
function storyOf(results: readonly CheckResult[], runs: readonly ExerciseRun[]): Story | undefined {
  const shows = results.find(({ verdict }) => verdict === 'failed') ?? results.find(({ verdict }) => verdict === 'untold');
  const number = shows?.counterexample?.run ?? 0;
  const run = runs[number - 1];
  return run && { run, number };
}

function storyLines({ run, number }: Story, of: number, capabilities: Capabilities): string[] {
  const { program, events, outcome } = run;
  const scene = sceneOf(events);
  const title = of === 1 ? 'What happened' : `What happened in run ${number}`;
  return inPage((room) => joined([
    whatYouSaw(sentencesOn({ program, events, outcome, hasLeft: false }), room, title),
    waitsSection(outcome.waits, scene.lanes, room),
    printed(scene, room),
  ]), capabilities);
}
