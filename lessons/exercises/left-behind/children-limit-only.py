# The limit ends only the waiting: at its end Python waits for the child all the same.
import sys
from multiprocessing import Process
from threading import Event


def succeed():
    pass


def fail():
    sys.exit(3)


def stick():
    Event().wait()


if __name__ == "__main__":
    children = [Process(target=target) for target in (succeed, fail, stick)]
    for child in children:
        child.start()
    for child in children:
        child.join(timeout=1)
    codes = [child.exitcode for child in children]
    print("codes:", codes)
    sys.exit(any(codes))
