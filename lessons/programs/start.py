# How long does it take to start a thread, or a process by one of the start methods, and to join it? The best of three.
import sys
import threading
import time
from multiprocessing import get_context


def nothing():
    pass


if __name__ == "__main__":
    how = sys.argv[1]
    kind = threading.Thread if how == "thread" else get_context(how).Process
    times = []
    for _ in range(3):
        began = time.perf_counter()
        member = kind(target=nothing)
        member.start()
        member.join()
        times.append(time.perf_counter() - began)
    print("ms:", round(min(times) * 1000, 3))
