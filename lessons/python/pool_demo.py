"""A pool of workers shares the tasks: no process is started for a task, and the results keep the order of the items."""
import json
import os
import signal
import sys
import time
from multiprocessing import Pool


def set_up(settings):
    """Each worker does this first."""
    global delay, seed, kill
    delay = settings.get("delay", 1200) / 1000
    seed = settings.get("seed", 1)
    kill = settings.get("kill", 0)


def square(n):
    """A task: adds n up n times, again and again, which is some 30 ms of real work; then pauses, so that you can watch."""
    for _ in range(600_000 // n):
        total = 0
        for _ in range(n):
            total += n
    # Between half and one and a half of the delay: which task takes long depends on the seed.
    time.sleep(delay * (0.5 + ((n + seed) * 2654435761 % 2**32) / 2**32))
    if n == kill:
        os.kill(os.getpid(), signal.SIGKILL)
    return total


if __name__ == "__main__":
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    numbers = range(1, settings.get("items", 9) + 1)

    with Pool(settings.get("workers", 3), initializer=set_up, initargs=(settings,)) as pool:
        began = time.perf_counter()
        # One task at a time (chunksize=1). If its worker is killed, map waits for its result for ever.
        results = pool.map(square, numbers, chunksize=1)
        print(f"map_ms = {round((time.perf_counter() - began) * 1000)}")
        print(f"results = {results}")
        pool.close()
        pool.join()
