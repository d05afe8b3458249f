import type { OwnedExercise } from '../course/index.js';
import type { Able, ExercisePart, ExerciseVerdict } from './exercise-parts.js';
import { idOf, type Job, Jobs } from './jobs.js';
import { judgeExercise } from './judge-exercise.js';
import type { Room } from './room.js';
import { runKey, type Sample } from './runs.js';
import type { Perform } from './verdict.js';

/** An exercise that can be proved here. */
export interface AbleExercise extends Able {
  readonly owned: OwnedExercise;
}

export interface SchedulingExercises {
  readonly perform: Perform;
  readonly room: Room;
  /** Ends the runs; exercises that are not decided then are unfinished. */
  readonly signal: AbortSignal;
  readonly onVerdict: (verdict: ExerciseVerdict) => void;
}

/**
 * Runs the programs of exercises, each one run after the other and several programs side by side, until each exercise is
 * decided or `signal` aborts. Equal runs are done once. Nothing runs any more when it returns.
 */
export async function scheduleExercises(exercises: readonly AbleExercise[], on: SchedulingExercises): Promise<void> {
  const samples = new Map<string, Sample[]>();
  const open = new Set(exercises);
  const running = new Jobs(on.room, on.perform, ({ key }, sample) => {
    samples.set(key, [...(samples.get(key) ?? []), sample]);
  });
  const endAll = (): void => running.endExcept(new Map());
  on.signal.addEventListener('abort', endAll);
  try {
    while (open.size > 0 && !on.signal.aborted) {
      const jobs = new Map<string, Job>();
      for (const exercise of open) {
        const { owned } = exercise;
        const judgement = judgeExercise(owned.exercise, exercise, (part) => samplesOf(part, owned, samples));
        if ('status' in judgement) {
          open.delete(exercise);
          on.onVerdict({ owned, ...judgement });
        } else {
          judgement.wants.map((part) => jobOf(part, owned, samples)).forEach((job) => jobs.set(idOf(job), job));
        }
      }
      running.endExcept(jobs);
      for (const job of jobs.values()) {
        running.begin(job, on.signal);
      }
      await running.oneIsOver();
    }
  } finally {
    on.signal.removeEventListener('abort', endAll);
    endAll();
    await running.allAreOver();
  }
  open.forEach(({ owned }) => on.onVerdict(unfinished(owned)));
}

/** No more than the exercise wants, where another one wants more of the same. */
function samplesOf({ run }: ExercisePart, { exercise }: OwnedExercise, samples: ReadonlyMap<string, readonly Sample[]>): readonly Sample[] {
  return (samples.get(runKey(run)) ?? []).slice(0, exercise.times);
}

function jobOf({ role, run }: ExercisePart, { exercise }: OwnedExercise, samples: ReadonlyMap<string, readonly Sample[]>): Job {
  const key = runKey(run);
  const done = samples.get(key) ?? [];
  const hasHung = done.some((sample) => 'facts' in sample && sample.facts['hung'] === true);
  // What must not hang is most often wrong in that it does.
  const mayHang = role !== 'solution' && exercise.checks.some(({ asserts }) => asserts.kind === 'hung' && !asserts.hangs);
  return { key, index: done.length, run, sleeps: hasHung || mayHang };
}

export function unfinished(owned: OwnedExercise): ExerciseVerdict {
  return { owned, status: 'unfinished', reason: 'no time was left', parts: [] };
}
