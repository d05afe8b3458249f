# A child is to greet. The file is started by spawn as it stands, with its start moved into a function, or with the guard.
import sys
from multiprocessing import get_context

how = sys.argv[1]


def greet():
    print("hello from the child", flush=True)


def begin():
    child = get_context("spawn").Process(target=greet)
    child.start()
    if how != "no-join":
        child.join()
        print("exitcode:", child.exitcode, flush=True)


if how != "guard":
    begin()
elif __name__ == "__main__":
    begin()
