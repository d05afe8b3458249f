# Three children work; one fails, and nobody notices. Change the parent: it says who failed, and ends with exit code 1.
import sys
import time
from multiprocessing import Process


def work(number):
    time.sleep(1.5)
    if number == 2:
        sys.exit(3)


if __name__ == "__main__":
    children = [Process(target=work, args=(number,)) for number in (1, 2, 3)]
    for child in children:
        child.start()
    # what does the parent know of its children when they have ended?
