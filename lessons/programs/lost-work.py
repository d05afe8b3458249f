# Three processes have something to do. The second is killed in the middle, or not. How much is done in the end?
import os
import signal
import sys
from multiprocessing import Process, SimpleQueue


def work(number, how, done):
    if number == 2 and how == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    done.put(number)


if __name__ == "__main__":
    done = SimpleQueue()
    children = [Process(target=work, args=(number, sys.argv[1], done)) for number in (1, 2, 3)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    results = []
    while not done.empty():
        results.append(done.get())
    print("done:", len(results))
