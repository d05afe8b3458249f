# Six cooks, each 50 ms at a stove. How many are at it at most, and how long does it take? What keeps them off, the word says.
import sys
import time
from contextlib import nullcontext
from multiprocessing import Array, Barrier, BoundedSemaphore, Lock, Process


def cook(guard, inside, together):
    together.wait()  # until all are here
    with guard:
        with inside.get_lock():
            inside[0] += 1
            inside[1] = max(inside[1], inside[0])
        time.sleep(0.05)
        with inside.get_lock():
            inside[0] -= 1


if __name__ == "__main__":
    guard = {"lock": Lock(), "semaphore": BoundedSemaphore(2)}.get(sys.argv[1], nullcontext())
    inside, together = Array("i", 2), Barrier(7)
    cooks = [Process(target=cook, args=(guard, inside, together)) for _ in range(6)]
    for each in cooks:
        each.start()
    together.wait()
    began = time.monotonic()
    for each in cooks:
        each.join()
    print("most:", inside[1])
    print("ms:", round((time.monotonic() - began) * 1000))
