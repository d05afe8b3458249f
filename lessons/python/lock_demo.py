"""What does a lock cost? Processes add to one number: without a lock, under it each time, and in a variable of their own
first."""
import json
import os
import sys
import time
from multiprocessing import Array, Barrier, Process, Value


def add_without(total, rounds):
    for _ in range(rounds):
        total.value += 1


def add_under_lock(total, rounds):
    for _ in range(rounds):
        with total.get_lock():
            total.value += 1


def add_at_end(total, rounds):
    mine = 0
    for _ in range(rounds):
        mine += 1
    with total.get_lock():
        total.value += mine


WAYS = {"no lock": add_without, "lock each": add_under_lock, "lock once": add_at_end}


def work(way, total, rounds, together, took, me):
    together.wait()  # they would not race if one came late
    began = time.monotonic()
    WAYS[way](total, rounds)
    took[me] = (time.monotonic() - began) * 1000
    print(f"{way}: process {os.getpid()} took {took[me]:.0f} ms", flush=True)


if __name__ == "__main__":
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    workers = settings.get("workers", 2)
    rounds = settings.get("rounds", 200_000)

    took_ms, lost = [], []
    for way in WAYS:
        total = Value("i", 0, lock=way != "no lock")
        together, took = Barrier(workers), Array("d", workers)
        adders = [
            Process(target=work, args=(way, total, rounds, together, took, me), name=f"{way} {me + 1}")
            for me in range(workers)
        ]
        for adder in adders:
            adder.start()
        for adder in adders:
            adder.join()
        took_ms.append(round(max(took), 3))
        lost.append(workers * rounds - total.value)
    print(f"ways = {list(WAYS)}")
    print(f"took_ms = {took_ms}")
    print(f"lost = {lost}")
