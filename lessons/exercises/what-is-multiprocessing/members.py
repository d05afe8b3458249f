# One process does all the work. Change it: each piece is done by a child process of its own, and the last line comes last.
import os
import time
from multiprocessing import Process


def work(piece):
    time.sleep(0.1)  # it takes a while
    print("piece", piece, "by", os.getpid(), flush=True)


if __name__ == "__main__":
    for piece in (1, 2, 3):
        work(piece)  # here
    print("all is done, says", os.getpid(), flush=True)
