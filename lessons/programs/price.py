# Two processes add 1 to the same Value, 100,000 times each. What do they pay for the lock, if "each" addition takes it?
import sys
import time
from multiprocessing import Barrier, Process, Value

ROUNDS = 100_000


def add_without(total, together):
    together.wait()  # until both are here
    for _ in range(ROUNDS):
        total.value += 1


def add_each(total, together):
    together.wait()
    for _ in range(ROUNDS):
        with total.get_lock():
            total.value += 1


def add_at_end(total, together):
    together.wait()
    mine = 0
    for _ in range(ROUNDS):
        mine += 1
    with total.get_lock():
        total.value += mine


if __name__ == "__main__":
    way = sys.argv[1]  # none, each or at-end
    target = {"none": add_without, "each": add_each, "at-end": add_at_end}[way]
    total, together = Value("i", 0, lock=way != "none"), Barrier(3)
    children = [Process(target=target, args=(total, together)) for _ in range(2)]
    for child in children:
        child.start()
    together.wait()
    began = time.monotonic()
    for child in children:
        child.join()
    print("ms:", round((time.monotonic() - began) * 1000, 1))
    print("lost:", 2 * ROUNDS - total.value)
