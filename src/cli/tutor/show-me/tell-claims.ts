import type { Claim } from '../../../course/index.js';
import type { Evidence, Verdict } from '../../../proof/index.js';
import { describeRun } from '../../../proof/runs.js';
import { clean } from '../../../terminal/index.js';
import type { Interrupts } from '../../interrupts.js';
import type { Ask } from '../consent.js';
import { inPage } from '../lines.js';
import type { Session } from '../session.js';
import { writeDown } from '../withdrawn.js';
import { tellBars } from './draw-bars.js';
import { asserted, inUnits } from './outcome-words.js';
import { type Listening, LONG_BUDGET_MS, proveHere, refusal } from './prove-here.js';
import { factsOf, seenFacts } from './seen-facts.js';
import { type Said, saidInWords, type Showing } from './showing.js';
import { tally } from './tally.js';
import { headOf, verdictInWords } from './verdict-words.js';

/** Writes sentences, a line or more each. */
export type Tell = (sentences: readonly string[]) => Promise<void>;

/** Where claims are told of. */
export interface Telling {
  readonly tell: Tell;
  readonly session: Session;
  readonly interrupts: Interrupts;
  /** Asks whether a program may run; inquirer does where it is left out. */
  readonly ask?: Ask;
}

/** Proves claims one after the other in plain lines: one for each run, then what was seen and the verdict. */
export async function tellClaims(claims: readonly Claim[], said: Said | undefined, telling: Telling): Promise<void> {
  const { tell, interrupts } = telling;
  for (const claim of claims) {
    if (interrupts.signal.aborted) {
      return;
    }
    await tell(beginning(claim));
    const showing: Showing = { claim, said, isKey: true, evidence: [], end: undefined, waits: undefined };
    const told: Promise<void>[] = [];
    const end = await proveOrRefuse(claim, telling, {
      onEvidence: (evidence) => told.push(tell([sentenceOf(evidence, claim)])),
      onHang: (waits) => told.push(tell(inPage(waits, telling.session.capabilities))),
      onRetry: () => told.push(tell(['It did not hold. All is run again, since other programs may have had the cores.'])),
    });
    await Promise.all(told);
    if (!interrupts.signal.aborted) {
      await tell(ending({ ...showing, evidence: end.evidence, end }, end));
    }
  }
}

/** Proves claims without a word in between. @returns one line each, as they come */
export async function tellVerdicts(claims: readonly Claim[], telling: Telling): Promise<void> {
  const { tell, interrupts } = telling;
  for (const claim of claims) {
    const { status, reason } = await proveOrRefuse(claim, telling, { onEvidence: () => {}, onHang: () => {}, onRetry: () => {} }, LONG_BUDGET_MS);
    if (interrupts.signal.aborted) {
      return;
    }
    await tell([`${status}: ${clean(claim.text)} (${clean(reason)})`]);
  }
}

async function proveOrRefuse(
  claim: Claim,
  { session, interrupts, ask }: Telling,
  listening: Listening,
  budgetMs?: number,
): Promise<Verdict> {
  const verdict = (await refusal(claim, session, interrupts, ask)) ?? (await proveHere(claim, interrupts.signal, listening, budgetMs));
  if (!interrupts.signal.aborted) {
    await writeDown(verdict, session);
  }
  return verdict;
}

function beginning(claim: Claim): string[] {
  const { label, words, written } = asserted(claim);
  const { runs, contrasts, asserts } = claim.proof;
  const commands = (all: typeof runs): string => all.map((run) => clean(describeRun(run))).join('; ');
  const as = [words, written].filter((each) => each !== undefined).map(clean).join(': ');
  return [
    `Claim: ${clean(claim.text)}`,
    `It runs: ${commands(asserts.kind === 'ratio' ? [...runs, asserts.to] : runs)}`,
    `${label}: ${as}`,
    `${asserts.kind === 'sometimes' ? 'To compare' : 'It must fail in'}: ${commands(contrasts)}`,
  ];
}

function sentenceOf({ run, part, value, why, facts }: Evidence, claim: Claim): string {
  const name = { run: 'Run', contrast: 'Contrast', to: 'Compared with' }[part];
  const { asserts } = claim.proof;
  const seen = asserts.kind === 'ratio' && typeof value === 'number'
    ? `${asserts.fact} = ${inUnits(value, asserts.fact)}`
    : seenFacts([...new Set([...(claim.proof.shows === undefined ? [] : [claim.proof.shows]), ...factsOf(claim)])], [{ run, part, value, why, facts }]);
  const outcome = why ?? (typeof value === 'boolean' ? `${outcomeOf(value, claim)}${seen === '' ? '' : `: ${clean(seen)}`}` : clean(seen));
  return `${name} ${clean(describeRun(run))}: ${clean(outcome)}`;
}

function outcomeOf(value: boolean, { proof: { asserts } }: Claim): string {
  return asserts.kind === 'hung' ? (value ? 'hangs' : 'ends') : value ? 'it is so' : 'it is not so';
}

function ending(showing: Showing, end: Verdict): string[] {
  const bars = end.evidence.length === 0 ? [] : tally(showing);
  const { said } = showing;
  const isMarked = bars.some(({ isSaid }) => isSaid);
  return [...tellBars(bars), ...(said && !isMarked && end.evidence.length > 0 ? [`You said: ${clean(saidInWords(said))}`] : []), headOf(end), ...verdictInWords(end, showing.isKey)];
}
