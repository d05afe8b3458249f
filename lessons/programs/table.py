# A large list is an item of a pool of processes, or of threads. Does the worker get the list itself?
import sys
import time
from multiprocessing import Pool
from multiprocessing.pool import ThreadPool


def change(table):
    table.append("changed")
    return len(table)


if __name__ == "__main__":
    tables = [[n] * int(sys.argv[2]) for n in range(2)]
    with ThreadPool(2) if sys.argv[1] == "threads" else Pool(2) as pool:
        pool.map(abs, range(2))
        began = time.perf_counter()
        there = pool.map(change, tables)
        ms = (time.perf_counter() - began) * 1000
    print("there:", there[0] - int(sys.argv[2]))
    print("here:", len(tables[0]) - int(sys.argv[2]))
    print("ms:", round(ms, 2))
