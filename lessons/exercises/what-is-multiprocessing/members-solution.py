# A process for each piece; the parent joins them all before it says that all is done.
import os
import time
from multiprocessing import Process


def work(piece):
    time.sleep(0.1)  # it takes a while
    print("piece", piece, "by", os.getpid(), flush=True)


if __name__ == "__main__":
    children = [Process(target=work, args=(piece,)) for piece in (1, 2, 3)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("all is done, says", os.getpid(), flush=True)
