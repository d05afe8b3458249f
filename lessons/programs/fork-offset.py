# The parent has opened a file of six letters. The child reads three of them. What does the parent read next?
import os
import sys
import tempfile
from multiprocessing import get_context


def read(path, file):
    if sys.argv[1] == "opens":
        file = os.open(path, os.O_RDONLY)
    os.read(file, 3)


if __name__ == "__main__":
    handle, path = tempfile.mkstemp()
    os.write(handle, b"abcdef")
    file = os.open(path, os.O_RDONLY)
    child = get_context("fork").Process(target=read, args=(path, file))
    child.start()
    child.join()
    print("parent:", os.read(file, 3).decode())
    os.remove(path)
