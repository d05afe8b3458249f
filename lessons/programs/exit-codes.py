# A child returns, raises an exception, exits with 3, or is killed. What does the parent learn of it?
import os
import signal
import sys
from multiprocessing import Process


def end(how):
    if how == "raises":
        raise ValueError("nobody catches this")
    if how == "exits":
        sys.exit(3)
    if how == "killed":
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    child = Process(target=end, args=(sys.argv[1],))
    child.start()
    child.join()
    print("exitcode:", child.exitcode)
    print("the parent goes on")
