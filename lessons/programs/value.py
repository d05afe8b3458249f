# For 0.3 s, two of them add 1 to the same Value: with its lock around the update, or without. How many are missing?
import sys
import threading
import time
from multiprocessing import Barrier, Process, SimpleQueue, Value


def add(counter, barrier, counts):
    barrier.wait()
    count, end = 0, time.monotonic() + 0.3
    while time.monotonic() < end:
        counter.value += 1
        count += 1
    counts.put(count)


def add_with_lock(counter, barrier, counts):
    barrier.wait()
    count, end = 0, time.monotonic() + 0.3
    while time.monotonic() < end:
        with counter.get_lock():
            counter.value += 1
        count += 1
    counts.put(count)


if __name__ == "__main__":
    kind = threading.Thread if sys.argv[1] == "thread" else Process
    target = add_with_lock if sys.argv[2:] == ["lock"] else add
    counter, barrier, counts = Value("i"), Barrier(2), SimpleQueue()
    members = [kind(target=target, args=(counter, barrier, counts)) for _ in range(2)]
    for member in members:
        member.start()
    for member in members:
        member.join()
    print("lost:", sum(counts.get() for _ in members) - counter.value)
