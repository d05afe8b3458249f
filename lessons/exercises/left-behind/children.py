# One child is done, one fails, one never ends. Change the part below: nobody is waited for longer than two seconds, the one
# that never ends is ended, all exit codes are known, and the program's own exit code is 1 if one of them is not 0.
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
    # Change from here on.
    for child in children:
        child.join()
    print("codes:", [child.exitcode for child in children])
