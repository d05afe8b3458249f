# The parent has three threads beside its main thread. How many threads has a forked child, or another thread of the parent?
import os
import sys
import threading
from multiprocessing import get_context


def count():
    print("threads:", len(os.listdir("/proc/self/task")))


if __name__ == "__main__":
    done = threading.Event()
    for _ in range(3):
        threading.Thread(target=done.wait).start()
    if sys.argv[1] == "here":
        count()
    else:
        child = get_context("fork").Process(target=count)
        child.start()
        child.join()
    done.set()
