# One of eight tasks raises an exception, or kills its worker, or all go well. What does the pool do?
import os
import signal
import sys
import time
from multiprocessing import Pool, active_children


def half(n):
    if n == 3 and sys.argv[1] == "raises":
        raise ValueError("three is odd")
    if n == 3 and sys.argv[1] == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    return n / 2


def pids():
    return {child.pid for child in active_children()}


if __name__ == "__main__":
    with Pool(2) as pool:
        before, results, error = pids(), [], None
        if sys.argv[1] == "killed":
            pool.map_async(half, range(1, 9))  # map would wait for ever
            while pids() == before:
                time.sleep(0.05)
        else:
            try:
                results = pool.map(half, range(1, 9))
            except ValueError as e:
                error = e
        print("error:", type(error).__name__)
        print("results:", len(results))
        print("sameWorkers:", pids() == before)
        print("usable:", pool.map(half, [2, 4, 6]) == [1, 2, 3])
