# Two processes add 1 to the same Value, 200,000 times each. What protects it, the word in the call says.
import sys
from contextlib import nullcontext
from multiprocessing import Barrier, Lock, Process, Semaphore, Value

ROUNDS = 200_000


def add(total, way, two_places, together):
    own_lock = Lock()  # another one in each process
    guards = {"get_lock": total.get_lock(), "own-lock": own_lock, "semaphore": two_places}
    guard = guards.get(way, nullcontext())
    together.wait()  # until both are here
    for _ in range(ROUNDS):
        if way == "two-turns":
            with total.get_lock():
                before = total.value
            with total.get_lock():
                total.value = before + 1
        else:
            with guard:
                total.value += 1


if __name__ == "__main__":
    way = sys.argv[1]  # built-in, own-lock, two-turns, semaphore or get_lock
    total, two_places, together = Value("i", 0), Semaphore(2), Barrier(2)
    children = [Process(target=add, args=(total, way, two_places, together)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(f"total: {total.value}")
    print(f"lost: {2 * ROUNDS - total.value}")
