"""One task raises an exception. It is sent back and raised in the parent; what becomes of the other results depends on
how they were asked for."""
import json
import sys
import time
from multiprocessing import Pool, active_children


def half(task):
    item, bad, delay = task
    time.sleep(delay)
    if item == bad:
        raise ValueError(f"item {item} is bad")
    return item / 2


def half_or_nothing(task):
    try:
        return half(task)
    except ValueError:
        return None


def one_by_one(iterator):
    results = []
    while True:
        try:
            results.append(next(iterator))
        except ValueError as error:
            print("one task failed:", error)
        except StopIteration:
            return results


if __name__ == "__main__":
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    workers = settings.get("workers", 2)
    items = settings.get("items", 8)
    bad = settings.get("bad", 3)
    way = settings.get("way", "map")
    delay = settings.get("delay", 1500) / 1000

    tasks = [(item, bad, delay) for item in range(1, items + 1)]
    results, error = [], "none"
    with Pool(workers) as pool:
        before = {child.pid for child in active_children()}
        try:
            if way == "imap":
                results = one_by_one(pool.imap(half, tasks))
            elif way == "inside":
                results = [result for result in pool.map(half_or_nothing, tasks, chunksize=1) if result is not None]
            else:
                results = pool.map(half, tasks, chunksize=1)
        except ValueError as caught:
            error = type(caught).__name__
            print("raised in the parent:", caught)
        same = {child.pid for child in active_children()} == before
        pool.close()
        pool.join()
    print(f"the parent has {len(results)} of {items} results")
    print(f"results = {len(results)}")
    print(f"error = {error}")
    print(f"same_workers = {same}")
