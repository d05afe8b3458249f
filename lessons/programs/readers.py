# Two threads add up the same list again and again. In between, a third one changes it, or nobody does.
import sys
import threading
import time

numbers = [1] * 1000
sums = set()


def read(end):
    while time.monotonic() < end:
        total = 0
        for number in numbers:
            total += number
        sums.add(total)


def write(end):
    while time.monotonic() < end:
        numbers[0] -= 1
        numbers[-1] += 1


if __name__ == "__main__":
    targets = [read, read, write] if sys.argv[1] == "write" else [read, read]
    threads = [threading.Thread(target=target, args=(time.monotonic() + 0.3,)) for target in targets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("different:", len(sums))
