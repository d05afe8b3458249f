"""64 MiB of numbers to a worker, which changes one in each page, and back: array_round.py shared|pool; prints ms."""

import array
import json
import multiprocessing
import sys
import time
from multiprocessing import shared_memory

LENGTH = (64 << 20) // 8
PAGE = 512
ROUNDS = 3


def touch(numbers):
    for index in range(0, LENGTH, PAGE):
        numbers[index] += 1
    return numbers


def attach(name):
    """In the worker, once, as ours gets its array."""
    global attached
    attached = shared_memory.SharedMemory(name)


def touch_shared():
    numbers = attached.buf.cast("d")
    touch(numbers)
    numbers.release()


def rounds_of(do):
    do()
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        do()
        times.append((time.perf_counter() - began) * 1000)
    return sorted(times)[ROUNDS // 2]


def copied():
    numbers = array.array("d", bytes(8 * LENGTH))

    def do():
        nonlocal numbers
        numbers = pool.apply(touch, (numbers,))

    with multiprocessing.Pool(1) as pool:
        took = rounds_of(do)
    assert numbers[0] == numbers[-PAGE] == ROUNDS + 1
    return took


def in_place():
    memory = shared_memory.SharedMemory(create=True, size=8 * LENGTH)
    try:
        with multiprocessing.Pool(1, attach, (memory.name,)) as pool:
            took = rounds_of(lambda: pool.apply(touch_shared))
        numbers = memory.buf.cast("d")
        assert numbers[0] == numbers[LENGTH - PAGE] == ROUNDS + 1
        numbers.release()
        return took
    finally:
        memory.close()
        memory.unlink()


if __name__ == "__main__":
    print(json.dumps({"value": {"shared": in_place, "pool": copied}[sys.argv[1]]()}))
