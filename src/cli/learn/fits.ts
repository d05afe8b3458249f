import { factOf, matches, type Guess, type Prediction } from '../../course/index.js';
import type { Facts } from '../../trace/facts.js';
import type { Capabilities } from '../../terminal/index.js';
import { drawBars } from '../tutor/show-me/draw-bars.js';
import type { Bar } from '../tutor/show-me/tally.js';
import { describeGuess } from './guess.js';

/** How often each choice of a prediction fitted a run; what fits none, and runs that do not tell, are counted too. */
export function fits({ fact, choices }: Prediction, guess: Guess | undefined, runs: readonly Facts[], style: Pick<Capabilities, 'colour' | 'unicode'>): Bar[] {
  const found = runs.map((facts) => {
    const value = factOf(facts, fact);
    return value === undefined ? 'untold' : (choices.find(({ expected }) => matches(expected, value)) ?? 'none');
  });
  const count = (what: Guess | 'none' | 'untold'): number => found.filter((each) => each === what).length;
  const others = [
    { label: 'none of these', count: count('none'), isSaid: false },
    { label: 'not told', count: count('untold'), isSaid: false },
  ];
  return [
    ...choices.map((choice) => ({ label: describeGuess(choice, style), count: count(choice), isSaid: choice === guess })),
    ...others.filter((bar) => bar.count > 0),
  ];
}

/** The same in lines, under how often it was run. */
export function drawFits(bars: readonly Bar[], runs: number, columns: number): string[] {
  return [`Ran it ${runs} times:`, ...drawBars(bars, columns)];
}
