# An error comes up while a lock is held, taken by "with", or by "acquire" and "release". Is the lock free afterwards?
import sys
from multiprocessing import Lock

lock = Lock()
try:
    if sys.argv[1] == "with":
        with lock:
            int("no number")
    else:
        lock.acquire()
        int("no number")
        lock.release()
except ValueError:
    print("free:", lock.acquire(block=False))
