# At the same time, but not in order: a lock lets in whoever comes.
import time
from multiprocessing import Lock, Process


def work(number, lock):
    time.sleep((5 - number) * 0.6)
    with lock:
        print(number)


if __name__ == "__main__":
    lock = Lock()
    children = [Process(target=work, args=(number, lock)) for number in (1, 2, 3, 4)]
    for child in children:
        child.start()
    for child in children:
        child.join()
