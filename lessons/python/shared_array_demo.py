"""Memory that processes share: nothing is sent or copied, and nothing protects it but what you take."""
import json
import os
import signal
import sys
import time
from multiprocessing import Array, Barrier, Process

INCREMENTS = 100_000


def square(cells, first, step, delay, seed, kill):
    """Squares its share of the cells, where they lie."""
    for index in range(first, len(cells), step):
        time.sleep(delay * (0.5 + ((index + seed) * 2654435761 % 2**32) / 2**32))
        with cells.get_lock():
            if index + 1 == kill:
                os.kill(os.getpid(), signal.SIGKILL)  # with the lock in its hand
            cells[index] = (index + 1) ** 2


def count(counters, everybody):
    """All processes add to the same two counters."""
    everybody.wait()  # they would not race if one came late
    for _ in range(INCREMENTS):
        counters[0] += 1  # a read and a write: the Array locks each of them, not both together
    for _ in range(4):
        with counters.get_lock():
            for _ in range(INCREMENTS // 4):
                counters[1] += 1


if __name__ == "__main__":
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    workers = settings.get("workers", 2)
    items = settings.get("items", 8)
    delay = settings.get("delay", 1300) / 1000
    seed = settings.get("seed", 1)
    kill = settings.get("kill", 0)

    cells = Array("i", range(1, items + 1))
    squarers = [
        Process(target=square, args=(cells, first, workers, delay, seed, kill), name=f"squarer {first + 1}")
        for first in range(workers)
    ]
    for squarer in squarers:
        squarer.start()
    for squarer in squarers:
        squarer.join()
    print(f"squares = {cells[:]}")

    counters = Array("i", 2)
    everybody = Barrier(workers)
    adders = [
        Process(target=count, args=(counters, everybody), name=f"adder {number}")
        for number in range(1, workers + 1)
    ]
    for adder in adders:
        adder.start()
    for adder in adders:
        adder.join()
    plain, locked = counters
    increments = workers * INCREMENTS
    print(f"increments = {increments}")
    print(f"plain = {plain}")
    print(f"lost_updates = {increments - plain}")
    print(f"locked = {locked}")
