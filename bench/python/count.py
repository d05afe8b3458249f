"""Increments a second on one Value that two processes share, under its lock: count.py INCREMENTS of each"""

import json
import multiprocessing
import sys
import time

MEMBERS = 2
WARM_UP = 2000


def increment(number, count):
    for _ in range(count):
        with number.get_lock():
            number.value += 1


def add(number, times, barrier, count, member):
    increment(number, WARM_UP)
    barrier.wait()
    times[2 * member] = time.time()
    increment(number, count)
    times[2 * member + 1] = time.time()


def main():
    count = int(sys.argv[1])
    number = multiprocessing.Value("i", 0)
    times = multiprocessing.Array("d", 2 * MEMBERS)
    barrier = multiprocessing.Barrier(MEMBERS)
    members = [multiprocessing.Process(target=add, args=(number, times, barrier, count, member)) for member in range(MEMBERS)]
    for member in members:
        member.start()
    for member in members:
        member.join()
    assert number.value == MEMBERS * (count + WARM_UP)
    print(json.dumps({"value": MEMBERS * count / (max(times[1::2]) - min(times[0::2]))}))


if __name__ == "__main__":
    main()
