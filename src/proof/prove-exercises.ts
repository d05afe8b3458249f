import type { OwnedExercise } from '../course/index.js';
import { ableOf, type ExerciseVerdict } from './exercise-parts.js';
import { describeBusy, isBusy, type Load, measureLoad, type MeasureCeiling } from './load.js';
import { ALONE, roomOf } from './room.js';
import { type AbleExercise, scheduleExercises, unfinished } from './schedule-exercises.js';
import type { Machine, Perform } from './verdict.js';

/** With what exercises are proved. */
export interface ProvingExercises {
  readonly perform: Perform;
  readonly machine: Machine;
  /** Asked when an exercise that needs cores does not hold. */
  readonly measureCeiling: MeasureCeiling;
  /** Ends all that runs; what is not decided by then is unfinished. */
  readonly signal: AbortSignal;
  readonly onVerdict?: ((verdict: ExerciseVerdict) => void) | undefined;
}

const MOST_TRIES = 3;

/**
 * Proves exercises in both directions: the solution passes all checks in all runs, and the program as the learner gets it,
 * and each near miss, fails one at least. Those that need cores have the machine to themselves.
 * @returns their verdicts, in the order of the exercises
 */
export async function proveExercises(exercises: readonly OwnedExercise[], on: ProvingExercises): Promise<ExerciseVerdict[]> {
  const verdicts = new Map<OwnedExercise, ExerciseVerdict>();
  const onVerdict = (verdict: ExerciseVerdict): void => {
    verdicts.set(verdict.owned, verdict);
    on.onVerdict?.(verdict);
  };
  const able = exercises.flatMap((owned): AbleExercise[] => {
    const found = ableOf(owned, on.machine);
    if ('parts' in found) {
      return [{ owned, ...found }];
    }
    onVerdict({ owned, status: 'skipped', reason: found.whySkipped, parts: [] });
    return [];
  });
  const needsCores = ({ owned }: AbleExercise): boolean => owned.exercise.needs.cores !== undefined;
  await scheduleExercises(able.filter((each) => !needsCores(each)), { ...on, room: roomOf(on.machine), onVerdict });
  for (const exercise of able.filter(needsCores)) {
    onVerdict(await proveAlone(exercise, on));
  }
  return exercises.map((owned) => verdicts.get(owned) ?? unfinished(owned));
}

/** What does not hold is tried again while others have the cores, and is skipped if they do not give them back. */
async function proveAlone(exercise: AbleExercise, on: ProvingExercises, triesLeft = MOST_TRIES - 1): Promise<ExerciseVerdict> {
  const { owned } = exercise;
  let verdict = unfinished(owned);
  await scheduleExercises([exercise], { ...on, room: ALONE, onVerdict: (each) => void (verdict = each) });
  if (verdict.status === 'holds' || verdict.status === 'unfinished') {
    return verdict;
  }
  const load = await loadNow(owned, on);
  if (load === undefined) {
    return unfinished(owned);
  }
  if (!isBusy(load)) {
    return verdict;
  }
  return triesLeft > 0 ? proveAlone(exercise, on, triesLeft - 1) : { owned, status: 'skipped', reason: describeBusy(load), parts: [] };
}

/** undefined when the time is over. @throws what goes wrong when it is measured */
async function loadNow({ exercise }: OwnedExercise, { machine, measureCeiling, signal }: ProvingExercises): Promise<Load | undefined> {
  try {
    return await measureLoad(exercise.needs, machine, measureCeiling, signal);
  } catch (error) {
    if (signal.aborted) {
      return undefined;
    }
    throw error;
  }
}
