"""Row (b): how many times as fast 64 tasks of about 20 ms are with two processes as with one."""
from multiprocessing import Pool

from repeat import show, time_once

COUNT = 64
TASK = 0.02
TRIAL_STEPS = 50_000
TRIALS = 6


def burn(steps):
    state = 1
    for _ in range(steps):
        state = (state * 1_664_525 + 1_013_904_223) & 0xFFFFFFFF
    return state


def agree(results):
    if len(set(results)) != 1:
        raise ValueError("the same task gave different results")


def seconds_for(pool, tasks):
    # A task a message, as one does with long tasks: a worker that is done early takes the next.
    return time_once(lambda: pool.map(burn, tasks, chunksize=1), agree)


if __name__ == "__main__":
    with Pool(1) as one, Pool(2) as two:
        trials = [seconds_for(one, [TRIAL_STEPS]) for _ in range(TRIALS)]
        steps = round(TRIAL_STEPS * TASK / min(trials))
        seconds_for(two, [TRIAL_STEPS] * 4)
        show(seconds_for(one, [steps] * COUNT) / seconds_for(two, [steps] * COUNT))
