# The arguments of a process with one: "with-comma", args=(10,), or "without", args=(10).
import sys
from multiprocessing import Process


def show(number):
    print(number)


if __name__ == "__main__":
    try:
        child = Process(target=show, args=(10,) if sys.argv[1] == "with-comma" else (10))
    except TypeError:
        print("TypeError")
    else:
        child.start()
        child.join()
