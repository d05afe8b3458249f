# One of eight tasks of an executor kills its worker, or raises an exception. What of the other tasks, and of the executor?
import os
import signal
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def work(n):
    if n == 2 and sys.argv[1] == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if n == 2:
        raise ValueError("two is bad")
    time.sleep(0.2)
    return n


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as executor:
        futures = [executor.submit(work, n) for n in range(8)]
        errors = [future.exception() for future in futures]
        print("lost:", len([error for error in errors if isinstance(error, BrokenProcessPool)]))
        print("done:", errors.count(None))
        try:
            print("usable:", executor.submit(abs, -1).result() == 1)
        except BrokenProcessPool:
            print("usable:", False)
