# Seven processes add to an array: each to its "own" cell, or all to the "same" one; without a lock, or with the "built-in" one.
import sys
import time
from multiprocessing import Array, Barrier, Process, Queue


def add(cells, index, together, counts):
    count = 0
    together.wait()  # until all are here
    began = time.process_time()  # the CPU time of this process
    while time.process_time() - began < 0.05:
        for _ in range(100):
            cells[index] = cells[index] + 1
            count += 1
    counts.put(count)


if __name__ == "__main__":
    cells, together, counts = Array("i", 7, lock=sys.argv[2:] == ["built-in"]), Barrier(7), Queue()
    indices = range(7) if sys.argv[1] == "own" else [0] * 7
    children = [Process(target=add, args=(cells, index, together, counts)) for index in indices]
    for child in children:
        child.start()
    additions = sum(counts.get() for _ in children)
    for child in children:
        child.join()
    print(f"lost: {additions - sum(cells)}")
