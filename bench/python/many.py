"""Row (a): 10,000 x square(n) by two processes. `many.py pool|executor HOW` prints tasks per second."""
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool

from repeat import BRIEF, median_time, show, time_once

COUNT = 10_000
# Of tasks that are waited for one after the other.
FEW = 2000
# The best of them is measured.
CHUNK_SIZES = [500, 1250, 2500, 5000]
# For workers to come to rest after their start.
REST = 0.3


def square(n):
    return n * n


def check(count):
    expected = [n * n for n in range(count)]

    def compare(results):
        if results != expected:
            raise ValueError("a result is wrong")

    return compare


def per_second(count, do_it, **limits):
    return count / median_time(do_it, check(count), **limits)


def with_best_chunk_size(mapped):
    best = max(CHUNK_SIZES, key=lambda size: per_second(COUNT, lambda: mapped(size), **BRIEF))
    return per_second(COUNT, lambda: mapped(best))


def in_pool(how):
    with Pool(2) as pool:
        if how == "first map":
            time.sleep(REST)
            return COUNT / time_once(lambda: pool.map(square, range(COUNT)), check(COUNT))
        if how == "map":
            return per_second(COUNT, lambda: pool.map(square, range(COUNT)))
        if how == "best map":
            return with_best_chunk_size(lambda size: pool.map(square, range(COUNT), size))
        if how == "together":

            def all_together():
                results = [pool.apply_async(square, (n,)) for n in range(COUNT)]
                return [result.get() for result in results]

            return per_second(COUNT, all_together)
        if how == "in turn":
            return per_second(FEW, lambda: [pool.apply(square, (n,)) for n in range(FEW)])
        raise ValueError(how)


def in_executor(how):
    with ProcessPoolExecutor(2) as pool:
        if how == "map":
            return per_second(COUNT, lambda: list(pool.map(square, range(COUNT))))
        if how == "best map":
            return with_best_chunk_size(lambda size: list(pool.map(square, range(COUNT), chunksize=size)))
        if how == "together":

            def all_together():
                futures = [pool.submit(square, n) for n in range(COUNT)]
                return [future.result() for future in futures]

            return per_second(COUNT, all_together)
        if how == "in turn":
            return per_second(FEW, lambda: [pool.submit(square, n).result() for n in range(FEW)])
        raise ValueError(how)


if __name__ == "__main__":
    kind, how = sys.argv[1:]
    show({"pool": in_pool, "executor": in_executor}[kind](how))
