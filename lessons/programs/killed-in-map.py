# The task with item 2 kills its worker, or raises an exception. What does the caller get?
import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool


def square(n):
    if n == 2 and sys.argv[1] == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if n == 2:
        raise ValueError("two is bad")
    return n * n


def squares(how):
    if how == "executor":
        with ProcessPoolExecutor(3) as executor:
            return list(executor.map(square, range(1, 10)))
    with Pool(3, maxtasksperchild=1 if how == "fresh" else None) as pool:
        if how == "timeout":
            return pool.map_async(square, range(1, 10)).get(timeout=1 if sys.argv[1] == "killed" else 30)
        if how == "imap":
            return list(pool.imap(square, range(1, 10)))
        return pool.map(square, range(1, 10))


if __name__ == "__main__":
    try:
        print(squares(sys.argv[2]))
    except Exception as error:
        print("error:", type(error).__name__)
