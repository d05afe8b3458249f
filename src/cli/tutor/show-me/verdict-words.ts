import type { ProofRun } from '../../../course/index.js';
import type { Verdict } from '../../../proof/index.js';
import { describeRun } from '../../../proof/runs.js';
import { clean } from '../../../terminal/index.js';

const HEADS: Readonly<Record<Verdict['status'], string>> = {
  holds: 'It holds.',
  fails: 'A run on this machine refutes it.',
  'proves nothing': 'These runs prove nothing.',
  'not seen': 'Not seen this time.',
  untold: 'The runs do not tell.',
  skipped: 'Not shown on this machine.',
  unfinished: 'There was no time for all of it.',
};

/** The outcome in a few words. */
export function headOf({ status }: Verdict): string {
  return HEADS[status];
}

/**
 * What there is to say of the outcome.
 * @param isKey - the claim is what shows the answer to a question
 */
export function verdictInWords(verdict: Verdict, isKey: boolean): string[] {
  const { status, claim } = verdict;
  const reason = clean(verdict.reason);
  switch (status) {
    case 'holds':
      return [sentenceOf(reason, claim.proof.asserts.kind === 'ratio'), ...because(verdict)];
    case 'fails':
      return [
        capital(reason),
        isKey
          ? 'So this key is withdrawn: the answers that rest on it are not counted, right or wrong.'
          : 'So do not rely on it. Questions whose keys rest on it are withdrawn, and their answers not counted.',
        `Please report it to the author of the lesson: ${whereIs(verdict)}`,
      ];
    case 'proves nothing':
      return [capital(reason), `What holds in its contrast too is not shown by them. Its author would like to know: ${whereIs(verdict)}`];
    case 'not seen':
      return [
        capital(reason),
        'That is no fault of yours, and does not refute it: what happens only sometimes may need more runs, or another machine.',
      ];
    case 'untold':
      return [capital(reason)];
    case 'skipped':
      return [capital(reason), ...because(verdict)];
    case 'unfinished':
      return [notDone(verdict), ...because(verdict)];
  }
}

/** What was not done, as in `Not done: 2 of 5 runs of node a.mjs`. */
function notDone({ claim, evidence }: Verdict): string {
  const { asserts, runs, contrasts, times } = claim.proof;
  const wanted: readonly { readonly part: string; readonly run: ProofRun; readonly of: number }[] = [
    ...runs.map((run) => ({ part: 'run', run, of: times })),
    ...(asserts.kind === 'ratio' ? [{ part: 'to', run: asserts.to, of: times }] : []),
    // One run of a contrast is enough, unless its outcomes are compared.
    ...contrasts.map((run) => ({ part: 'contrast', run, of: asserts.kind === 'ratio' || asserts.kind === 'sometimes' ? times : 1 })),
  ];
  const lacking = wanted.flatMap(({ part, run, of }) => {
    const done = evidence.filter((each) => each.part === part && each.run === run).length;
    const name = part === 'contrast' ? 'the contrast ' : '';
    const which = of === 1 ? '' : `${of - done} of ${of} runs of `;
    return done >= of ? [] : [`${which}${name}${clean(describeRun(run))}`];
  });
  return lacking.length === 0 ? 'It was ended before it was decided.' : `Not done: ${lacking.join('; ')}.`;
}

function because({ claim: { proof: { because: reason, asserts } } }: Verdict): string[] {
  if (reason === undefined) {
    return [];
  }
  const says = asserts.kind === 'always' ? 'Runs alone cannot show that it is always so. The reason:' : 'The reason:';
  return [`${says} ${clean(reason)}`];
}

function whereIs({ claim: { place } }: Verdict): string {
  return `${clean(place.file)}:${place.line}`;
}

/** As in `It holds in 5 of 5 runs.` */
function sentenceOf(reason: string, isMeasured: boolean): string {
  return isMeasured ? capital(reason) : capital(`it ${reason}`);
}

function capital(words: string): string {
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
