"""One task kills its worker, each time it is done. Who notices: nobody, everybody, or a program that tries again and
gives up?"""
import json
import os
import signal
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import Pool


def square(task):
    item, kill, delay = task
    time.sleep(delay)
    if item == kill:
        os.kill(os.getpid(), signal.SIGKILL)  # as a crash would
    return item * item


def done_by_executor(tasks, workers):
    """The results by task; None for those that were lost when the executor broke."""
    done, futures = dict.fromkeys(tasks), {}
    with ProcessPoolExecutor(workers) as executor:
        try:
            for task in tasks:
                futures[task] = executor.submit(square, task)
        except BrokenProcessPool:
            pass  # it broke before all were handed over
        for task, future in futures.items():
            if future.exception() is None:
                done[task] = future.result()
    return done


if __name__ == "__main__":
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    workers = settings.get("workers", 2)
    items = settings.get("items", 6)
    kill = settings.get("kill", 3)
    notices = settings.get("notices", "everybody")
    delay = settings.get("delay", 900) / 1000

    tasks = [(item, kill, delay) for item in range(1, items + 1)]
    if notices == "nobody":
        with Pool(workers) as pool:
            results = pool.map(square, tasks, chunksize=1)  # one result never comes
    else:
        done = done_by_executor(tasks, workers)
        if notices == "retry":
            for _ in range(2):
                for task in [task for task in tasks if done[task] is None]:
                    done.update(done_by_executor([task], 1))  # alone: it breaks no other
        results = [result for result in done.values() if result is not None]
    print(f"the parent has {len(results)} of {items} results")
    print(f"results = {len(results)}")
    print(f"error = {'none' if len(results) == items else 'BrokenProcessPool'}")
