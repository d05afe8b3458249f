"""How contestants in Python are measured; the twin of programs/repeat.mjs."""
import json
import time

WARM_UP = 0.6
MEASURED = 0.3
# To find the best of several ways.
BRIEF = {"warm_up": 0.1, "measured": 0.1}


def median_time(do_it, check, warm_up=WARM_UP, measured=MEASURED):
    """How long it takes, warmed up, in seconds: the median of as many times as fit, at least one of each kind.

    `check` raises when what came out is wrong; it is called each time, and not measured.
    """
    _times_for(warm_up, do_it, check)
    times = sorted(_times_for(measured, do_it, check))
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
