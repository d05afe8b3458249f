# The parent has opened a pipe and hands nothing over. Is the pipe open in the child too, under the same number?
import os
from multiprocessing import Process


def look(end, inode):
    try:
        print("open:", os.fstat(end).st_ino == inode)
    except OSError:
        print("open:", False)


if __name__ == "__main__":
    reading, writing = os.pipe()
    child = Process(target=look, args=(writing, os.fstat(writing).st_ino))
    child.start()
    child.join()
