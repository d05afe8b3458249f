import { toJson } from '../../terminal/index.js';
import type { Assignment } from './assignment.js';
import type { Checked } from './check.js';
import { passedOf } from './result-lines.js';

/** What became of the learner's file. */
type Done = { readonly state: 'written'; readonly kept: string | undefined } | { readonly state: 'as given' } | { readonly state: 'checked'; readonly checked: Checked };

/** `exercise LESSON --json`: one object. */
export function asJson({ lesson, runtime, file, exercise: { checks, times } }: Assignment, done: Done): string {
  const about = { exercise: lesson.id, runtime, file, state: done.state };
  if (done.state !== 'checked') {
    return toJson({ ...about, ...(done.state === 'written' && { kept: done.kept ?? null }), checks: checks.map(({ says }) => says) });
  }
  const { checked } = done;
  if (checked.kind === 'skipped') {
    return toJson({ ...about, skipped: checked.why });
  }
  const { results, runs } = checked;
  return toJson({
    ...about,
    passed: passedOf(checked),
    of: results.length,
    checks: results.map(({ check: { says, hint }, verdict, reason, counterexample }) => ({
      says, verdict, reason, hint: verdict === 'passed' ? null : (hint ?? null), run: counterexample?.run ?? null,
    })),
    times,
    runs: runs.map(({ facts, outcome: { waits } }) => ({ facts, waits })),
  });
}
