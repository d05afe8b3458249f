# Two processes have work of random length, and then print. "together", or each "joined" before the next is started.
import random
import sys
import time
from multiprocessing import Process


def show(number):
    time.sleep(random.random() / 10)
    print(number, flush=True)


if __name__ == "__main__":
    children = [Process(target=show, args=(number,)) for number in (1, 2)]
    for child in children:
        child.start()
        if sys.argv[1] == "joined":
            child.join()
    for child in children:
        child.join()
