# Nine tasks for a pool of three, or nine processes. How many PIDs do the work?
import os
import sys
from multiprocessing import Pool, Process, SimpleQueue


def report(n):
    return os.getpid()


def put(pids):
    pids.put(os.getpid())


if __name__ == "__main__":
    if sys.argv[1] == "pool":
        with Pool(3) as pool:
            pids = pool.map(report, range(9))
    else:
        queue = SimpleQueue()
        children = [Process(target=put, args=(queue,)) for _ in range(9)]
        for child in children:
            child.start()
        for child in children:
            child.join()
        pids = [queue.get() for _ in children]
    print("workers:", len(set(pids)))
