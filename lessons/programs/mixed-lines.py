# Two new Pythons print lines of ones and of twos, "buffered", or "unbuffered" as with python3 -u. Do lines get mixed?
import os
import sys
from multiprocessing import Barrier, Process, set_start_method


def show(number, together):
    together.wait()  # until both are here
    for _ in range(40):
        print(*[number] * 100)


if __name__ == "__main__":
    set_start_method("spawn")
    if sys.argv[1] == "unbuffered":
        os.environ["PYTHONUNBUFFERED"] = "1"
    together = Barrier(2)
    children = [Process(target=show, args=(number, together)) for number in (1, 2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
