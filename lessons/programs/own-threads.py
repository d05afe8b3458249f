# How many threads has a new process, before and after it has put something into a queue? (Linux)
import os
import sys
import time
from multiprocessing import Process, Queue


def count(queue, puts):
    if puts:
        queue.put("something")
        time.sleep(0.2)
    print("threads:", len(os.listdir("/proc/self/task")))


if __name__ == "__main__":
    queue = Queue()
    child = Process(target=count, args=(queue, sys.argv[1] == "put"))
    child.start()
    child.join()
