# The results of map_async are collected inside the with block, or behind it.
import sys
import time
from multiprocessing import Pool


def nap(n):
    time.sleep(0.2)
    return n


if __name__ == "__main__":
    with Pool(2) as pool:
        result = pool.map_async(nap, [1, 2, 3])
        if sys.argv[1] == "inside":
            result.wait()
    print("results:", result.get())
