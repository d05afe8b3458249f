# Four children print a number each, and have more to do. Then they are terminated. Whose lines get out?
import sys
import time
from multiprocessing import Process


def show(number, how):
    print(number, flush=how == "flush")
    time.sleep(2)  # more to do


if __name__ == "__main__":
    how = sys.argv[1]  # usual, flush, flush-parent, later or not-terminated
    children = [Process(target=show, args=(number, how)) for number in (10, 20, 30, 40)]
    for child in children:
        child.start()
    time.sleep(1.5 if how == "later" else 0.8)  # by now all have printed
    if how == "flush-parent":
        sys.stdout.flush()
    if how != "not-terminated":
        for child in children:
            child.terminate()
    for child in children:
        child.join()
    print("the end")
