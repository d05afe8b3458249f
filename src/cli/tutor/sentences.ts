import type { Call } from '../../course/index.js';
import { demos } from '../../demos/catalogue/index.js';
import type { Facts } from '../../trace/facts.js';
import type { Outcome } from '../../trace/outcome.js';

/** What was seen of a run that came to its end: what its demo says, and else how it ended. */
export function whatWasSeen(call: Call, facts: Facts, outcome: Outcome): string[] {
  const demo = call.kind === 'demo' ? demos.find(({ name }) => name === call.demo) : undefined;
  // A Python program of a demo that hangs does so to show it.
  const isAsShown = outcome.ending === 'exited' ? outcome.code === 0 : outcome.hung && typeof facts['startMethod'] === 'string';
  return demo && isAsShown ? demo.explain(facts) : [ofProcesses(facts), ofEnding(outcome)];
}

function ofProcesses({ processes }: Facts): string {
  return processes === 1 ? 'One process was seen.' : `${Number(processes)} processes were seen.`;
}

function ofEnding({ ending, code, signal, hung, elapsedMs }: Outcome): string {
  const seconds = `${(elapsedMs / 1000).toFixed(1)} s`;
  if (ending === 'limit') {
    return hung
      ? `It hung: after ${seconds} it had not ended, and for the last second no process of it had used a CPU. So it was ended.`
      : `It did not end within ${seconds}, and was still using a CPU. So it was ended.`;
  }
  if (ending === 'stopped by us') {
    return `You ended it after ${seconds}.`;
  }
  if (signal !== undefined) {
    return `${signal} ended it after ${seconds}.`;
  }
  return code === 0 ? `It ended well after ${seconds}.` : `It failed: it ended after ${seconds} with exit code ${code ?? 'unknown'}.`;
}
