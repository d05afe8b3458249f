# join() raises nothing when a child has failed, so this catches nothing.
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
    try:
        for child in children:
            child.join()
    except Exception:
        print("child 2 failed with exit code 3")
        sys.exit(1)
