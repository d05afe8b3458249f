# 2,000 squares with a pool of three. How long does it take with this chunksize, or with the default?
import sys
import time
from multiprocessing import Pool


def square(n):
    return n * n


if __name__ == "__main__":
    chunksize = None if sys.argv[1] == "default" else int(sys.argv[1])
    times = []
    with Pool(3) as pool:
        for _ in range(3):
            began = time.perf_counter()
            pool.map(square, range(2000), chunksize)
            times.append(time.perf_counter() - began)
    print("ms:", round(min(times) * 1000, 2))
