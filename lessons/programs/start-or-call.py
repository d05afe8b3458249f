# start(), run(), or a call where the target should stand: which process does the work?
import os
import sys
from multiprocessing import Process


def report():
    print("worker:", os.getpid())


if __name__ == "__main__":
    print("parent:", os.getpid())
    if sys.argv[1] == "run":
        Process(target=report).run()
    else:
        child = Process(target=report() if sys.argv[1] == "called" else report)
        child.start()
        child.join()
