"""Processes add 1 to one number that they share. Each reads it, computes, and writes: what comes in between is
overwritten."""
import json
import sys
import time
from multiprocessing import Barrier, Process, Value


def add(total, together, me, items, delay, seed):
    together.wait()  # they would not race if one came late
    for each in range(1, items + 1):
        before = total.value
        time.sleep(delay * (0.5 + ((each * 8 + me + seed) * 2654435761 % 2**32) / 2**32))  # computes before + 1
        total.value = before + 1


def add_under_lock(total, together, me, items, delay, seed):
    together.wait()
    for each in range(1, items + 1):
        with total.get_lock():
            before = total.value
            time.sleep(delay * (0.5 + ((each * 8 + me + seed) * 2654435761 % 2**32) / 2**32))
            total.value = before + 1


if __name__ == "__main__":
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    workers = settings.get("workers", 2)
    items = settings.get("items", 5)
    delay = settings.get("delay", 800) / 1000
    seed = settings.get("seed", 1)
    guard = settings.get("guard", "access")

    # With "access", the Value has its lock, as it has by default, and takes it to read and to write.
    total, together = Value("i", 0, lock=guard != "none"), Barrier(workers)
    target = add_under_lock if guard == "whole" else add
    adders = [
        Process(target=target, args=(total, together, number, items, delay, seed), name=f"adder {number}")
        for number in range(1, workers + 1)
    ]
    for adder in adders:
        adder.start()
    for adder in adders:
        adder.join()
    print(f"additions = {workers * items}")
    print(f"total = {total.value}")
    print(f"lost_updates = {workers * items - total.value}")
