# Two processes need two locks. In which order they take them, and how they ask, the word in the call says.
import random
import sys
import time
from multiprocessing import Lock, Process, RLock


def work(first, second):
    with first:
        time.sleep(0.2)
        with second:
            print("done", flush=True)


def try_again(first, second):
    while True:
        with first:
            time.sleep(0.2)
            if second.acquire(timeout=0.1):
                print("done", flush=True)
                second.release()
                return
        time.sleep(random.random())  # gives the first one back for a while, not as long as the other does


if __name__ == "__main__":
    way = sys.argv[1]  # opposite, rlocks, later, same-order or try-again
    a, b = (RLock(), RLock()) if way == "rlocks" else (Lock(), Lock())
    target = try_again if way == "try-again" else work
    one = Process(target=target, args=(a, b))
    two = Process(target=target, args=(a, b) if way == "same-order" else (b, a))
    one.start()
    if way == "later":
        time.sleep(0.1)
    two.start()
    one.join()
    two.join()
