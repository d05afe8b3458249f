# Two processes add 1 to the same Value, 200,000 times each. What protects it, the word in the call says.
import sys
from contextlib import nullcontext
from multiprocessing import Barrier, Lock, Process, Value

ROUNDS = 200_000


def add(total, way, together):
    own_lock = Lock()  # another one in each process
    guard = {"get_lock": total.get_lock(), "own-lock": own_lock}.get(way, nullcontext())
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
    way = sys.argv[1]  # built-in, own-lock, two-turns or get_lock
    total, together = Value("i", 0), Barrier(2)
    children = [Process(target=add, args=(total, way, together)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(f"total: {total.value}")
    print(f"lost: {2 * ROUNDS - total.value}")
