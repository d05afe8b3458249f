# Nine squares, or eight loops that compute: how long do they take in a loop, and with a pool of two that is there?
import sys
import time
from multiprocessing import Pool


def square(n):
    return n * n


def count(n):
    total = 0
    for i in range(60_000):
        total += i
    return total


def best_of(rounds, run):
    """The shortest time in ms: what else the machine does can only make it longer."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        run()
        times.append(time.perf_counter() - began)
    return min(times) * 1000


if __name__ == "__main__":
    task, items = (square, range(1, 10)) if sys.argv[1] == "squares" else (count, range(8))
    print("loop:", best_of(30, lambda: [task(item) for item in items]))
    with Pool(2) as pool:
        print("pool:", best_of(30, lambda: pool.map(task, items)))
