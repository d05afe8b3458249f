# How many times as fast are two threads as one thread, for hashing large blocks, or for a loop of Python?
import hashlib
import sys
import time
from concurrent.futures import ThreadPoolExecutor

BLOCK = bytes(10_000_000)


def large_block(_):
    hashlib.sha256(BLOCK).digest()


def loop(_):
    total = 0
    for n in range(150_000):
        total += n


def best_of(rounds, run):
    """The shortest time in seconds: what else the machine does can only make it longer."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        run()
        times.append(time.perf_counter() - began)
    return min(times)


if __name__ == "__main__":
    work = {"hash": large_block, "loop": loop}[sys.argv[1]]
    with ThreadPoolExecutor(2) as threads:
        one = best_of(20, lambda: [work(item) for item in range(2)])
        two = best_of(20, lambda: list(threads.map(work, range(2))))
    print("speedup:", round(one / two, 2))
