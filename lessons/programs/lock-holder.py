# A child takes a lock. It is killed, or it ends as it should. Does the parent get the lock then?
import os
import signal
import sys
from multiprocessing import Lock, Process


def hold(lock, how):
    with lock:
        if how == "killed":
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    lock = Lock()
    child = Process(target=hold, args=(lock, sys.argv[1]))
    child.start()
    child.join()
    print("got:", lock.acquire(timeout=0.5))
