# Four processes are started in the order 1, 2, 3, 4, and the first ones take longest. What puts their lines in order?
import sys
import time
from multiprocessing import Lock, Process, Queue


def show(number, how, lock, queue):
    time.sleep((4 - number) / 10)
    if how == "lock":
        with lock:
            print(number)
    elif how == "queue":
        queue.put(number)
    else:
        print(number)


if __name__ == "__main__":
    how = sys.argv[1]  # nothing, lock, sleep, join or queue
    lock, queue = Lock(), Queue()
    children = [Process(target=show, args=(number, how, lock, queue)) for number in (1, 2, 3, 4)]
    for child in children:
        child.start()
        if how == "join":
            child.join()
        if how == "sleep":
            time.sleep(0.01)
    if how == "queue":
        for number in sorted(queue.get() for _ in children):
            print(number)
    for child in children:
        child.join()
