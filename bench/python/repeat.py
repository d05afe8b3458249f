"""How contestants in Python are measured; the twin of programs/repeat.mjs."""
import json
import time

WARM_UP = 0.15
MEASURED = 0.25


def median_time(do_it, check):
    """How long it takes, warmed up, in seconds: the median of as many times as fit into 250 ms, at least one of each kind.

    `check` raises when what came out is wrong; it is called each time, and not measured.
    """
    _times_for(WARM_UP, do_it, check)
    times = sorted(_times_for(MEASURED, do_it, check))
    return times[len(times) // 2]


def _times_for(seconds, do_it, check):
    times = []
    end = time.perf_counter() + seconds
    while not times or time.perf_counter() < end:
        times.append(time_once(do_it, check))
    return times


def time_once(do_it, check):
    """How long it takes once, in seconds."""
    began = time.perf_counter()
    result = do_it()
    took = time.perf_counter() - began
    check(result)
    return took


def show(value):
    """What the harness reads."""
    print(json.dumps({"value": value}))
