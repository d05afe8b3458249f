# Two processes add 1 to the same number, for 0.2 s of CPU time each. What protects it, the word in the call says.
import sys
import time
from contextlib import nullcontext
from multiprocessing import Barrier, Lock, Process, Queue, Value


def add(total, way, together, counts):
    lock = nullcontext()
    if way == "get_lock":
        lock = total.get_lock()
    elif way == "own-lock":
        lock = Lock()  # a lock that no other process has
    count = 0
    together.wait()  # until both are here
    began = time.process_time()  # the CPU time of this process
    while time.process_time() - began < 0.2:
        for _ in range(100):
            if way != "at-end":
                with lock:
                    total.value += 1
            count += 1
    if way == "at-end":
        with total.get_lock():
            total.value += count
    counts.put(count)


if __name__ == "__main__":
    way = sys.argv[1]  # no-lock, built-in, get_lock, own-lock or at-end
    total, together, counts = Value("i", 0, lock=way != "no-lock"), Barrier(2), Queue()
    children = [Process(target=add, args=(total, way, together, counts)) for _ in range(2)]
    for child in children:
        child.start()
    additions = counts.get() + counts.get()
    for child in children:
        child.join()
    print(f"additions: {additions}")
    print(f"lost: {additions - total.value}")
