# Four workers, ten items, so many to a chunk. How many workers get something to do?
import os
import sys
import time
from multiprocessing import Pool


def work(item):
    time.sleep(0.1)
    return os.getpid()


if __name__ == "__main__":
    with Pool(4) as pool:
        print("workers:", len(set(pool.map(work, range(10), chunksize=int(sys.argv[1])))))
