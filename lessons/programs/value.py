# Two of them add 1 to the same Value, 2,000 times each: with its lock around the update, or without.
import sys
import threading
from multiprocessing import Barrier, Process, Value

ROUNDS = 2_000


def add(counter, barrier):
    barrier.wait()
    for _ in range(ROUNDS):
        counter.value += 1


def add_with_lock(counter, barrier):
    barrier.wait()
    for _ in range(ROUNDS):
        with counter.get_lock():
            counter.value += 1


if __name__ == "__main__":
    kind = threading.Thread if sys.argv[1] == "thread" else Process
    target = add_with_lock if sys.argv[2:] == ["lock"] else add
    counter, barrier = Value("i"), Barrier(2)
    members = [kind(target=target, args=(counter, barrier)) for _ in range(2)]
    for member in members:
        member.start()
    for member in members:
        member.join()
    print("lost:", 2 * ROUNDS - counter.value)
