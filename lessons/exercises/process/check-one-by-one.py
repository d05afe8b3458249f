# Each child is joined before the next is started: they run one after the other.
import sys
import time
from multiprocessing import Process


def work(number):
    time.sleep(1.5)
    if number == 2:
        sys.exit(3)


if __name__ == "__main__":
    children = [Process(target=work, args=(number,)) for number in (1, 2, 3)]
    exitcode = 0
    for number, child in enumerate(children, 1):
        child.start()
        child.join()
        if child.exitcode != 0:
            print(f"child {number} failed with exit code {child.exitcode}")
            exitcode = 1
    sys.exit(exitcode)
