# Two threads read a balance, call a function, and write the new balance. How many of the changes get lost?
import sys
import threading
from contextlib import nullcontext

TIMES = 1_000_000
balance = 0


def plus_one(amount):
    return int(amount) + 1


def deposit(guard):
    global balance
    for _ in range(TIMES):
        with guard:
            before = balance
            after = plus_one(before)
            balance = after


if __name__ == "__main__":
    guard = threading.Lock() if sys.argv[1] == "lock" else nullcontext()
    threads = [threading.Thread(target=deposit, args=(guard,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("lost:", 2 * TIMES - balance)
