import type { Claim } from '../../../course/index.js';
import type { Evidence, Verdict } from '../../../proof/index.js';
import { clean } from '../../../terminal/index.js';
import type { Left, Page, Pages } from '../../../terminal/pages/index.js';
import type { Interrupts } from '../../interrupts.js';
import type { Session } from '../session.js';
import { whenShown } from '../when-shown.js';
import { writeDown } from '../withdrawn.js';
import { claimBody } from './claim-body.js';
import { asksForConsent, BUDGET_MS, proveHere, refusal } from './prove-here.js';
import { headOf } from './verdict-words.js';
import type { Said, Showing, Waits } from './showing.js';

/** What claims are shown for. */
export interface Shown {
  readonly claims: readonly Claim[];
  readonly said: Said | undefined;
  /** They show the answer to a question, not statements of a lesson. */
  readonly isKey: boolean;
}

/** Where they are shown. */
export interface Place {
  readonly session: Session;
  /** Of `openTutorPages`, which hears of interrupts. */
  readonly pages: Pages;
  readonly interrupts: Interrupts;
}

/**
 * Proves claims on pages: what shows a key one after the other, as long as the learner goes on; of the statements of a
 * lesson, which may be many, those that they choose. Whichever way a page is left, its programs end.
 */
export async function showClaims(shown: Shown, place: Place): Promise<void> {
  await (shown.isKey || shown.claims.length === 1 ? showInTurn(shown, place) : showChosen(shown, place));
}

async function showChosen({ claims, said, isKey }: Shown, place: Place): Promise<void> {
  for (let pointed = 0; ;) {
    const left = await place.pages.show({
      left: 'Show me',
      right: '',
      body: () => ['Which one?'],
      choices: { items: claims.map(({ text }) => clean(text)), many: false, pointed },
      keys: [],
      forward: 'show it',
      hasBack: true,
    });
    const chosen = left.how === 'chosen' ? (left.indices[0] ?? 0) : claims.length;
    const claim = claims[chosen];
    if (!claim) {
      return;
    }
    await showClaim(startOf(claim, said, isKey), { of: '', isLast: true }, place);
    pointed = Math.min(chosen + 1, claims.length - 1);
  }
}

function startOf(claim: Claim, said: Said | undefined, isKey: boolean): Showing {
  return { claim, said, isKey, evidence: [], end: undefined, waits: undefined };
}

async function showInTurn({ claims, said, isKey }: Shown, place: Place): Promise<void> {
  for (const [index, claim] of claims.entries()) {
    const of = claims.length > 1 ? `${index + 1} of ${claims.length}` : '';
    const isLast = index + 1 === claims.length;
    const left = await showClaim(startOf(claim, said, isKey), { of, isLast }, place);
    if (left.how !== 'forward') {
      return;
    }
  }
}

interface Position {
  /** As in `2 of 3`; empty for the only one. */
  readonly of: string;
  readonly isLast: boolean;
}

async function showClaim(start: Showing, position: Position, { session, pages, interrupts }: Place): Promise<Left> {
  const refused = await askedFor(start.claim, { session, pages, interrupts });
  if (interrupts.signal.aborted) {
    return { how: 'interrupt' };
  }
  let showing: Showing = refused ? { ...start, end: refused } : start;
  const began = performance.now();
  const leaving = new AbortController();
  const draw = (): Page => pageOf(showing, position, (performance.now() - began) / 1000, session);
  const left = pages.show(draw());
  const ticking = setInterval(() => (showing.end ? undefined : pages.replace(draw())), 1000);
  const onEvidence = (evidence: Evidence): void => {
    showing = { ...showing, evidence: [...showing.evidence, evidence] };
    pages.replace(draw());
  };
  const onHang = (waits: Waits): void => {
    showing = { ...showing, waits };
  };
  const onRetry = (): void => {
    showing = start;
    pages.replace(draw());
  };
  const proveAndConclude = async (): Promise<void> => {
    await whenShown();
    const verdict = await proveHere(start.claim, leaving.signal, { onEvidence, onHang, onRetry });
    if (!leaving.signal.aborted) {
      showing = await conclude(showing, verdict, session);
      pages.replace(draw());
    }
  };
  const proving = refused ? Promise.resolve() : proveAndConclude();
  try {
    return await Promise.race([left, proving.then(() => left)]);
  } finally {
    clearInterval(ticking);
    leaving.abort();
    await proving;
  }
}

/** Where consent is asked for, the terminal is given back first. */
async function askedFor(claim: Claim, { session, pages, interrupts }: Place): Promise<Verdict | undefined> {
  if (!asksForConsent(claim, session)) {
    return undefined;
  }
  pages.suspend();
  return refusal(claim, session, interrupts);
}

/** The verdict is in; what it says of keys is written down before anything else can happen. */
async function conclude(showing: Showing, end: Verdict, session: Session): Promise<Showing> {
  await writeDown(end, session);
  return { ...showing, evidence: end.evidence.length > 0 ? end.evidence : showing.evidence, end };
}

function pageOf(showing: Showing, { of, isLast }: Position, seconds: number, { capabilities }: Session): Page {
  const time = showing.end ? '' : `${Math.floor(seconds)} of at most ${BUDGET_MS / 1000} s`;
  return {
    // Also where the page is longer than the screen.
    left: `Show me · ${showing.end ? headOf(showing.end) : 'running'}`,
    right: [of, time].filter((part) => part !== '').join(' · '),
    body: (columns) => claimBody(showing, { ...capabilities, columns }),
    keys: [],
    forward: `${showing.end ? '' : 'stop, '}${isLast ? 'back' : 'next claim'}`,
    hasBack: true,
  };
}
