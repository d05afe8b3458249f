# A long task and three short ones, for two workers. Does the second task, a short one, wait for the long one?
import sys
import time
from multiprocessing import Pool


def nap(seconds):
    time.sleep(seconds)
    return time.monotonic()


if __name__ == "__main__":
    with Pool(2) as pool:
        ends = pool.map(nap, [0.6, 0, 0, 0], chunksize=int(sys.argv[1]))
    print("waited:", ends[1] > ends[0])
