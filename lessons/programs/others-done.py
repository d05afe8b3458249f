# The task with item 2 kills its worker, or raises an exception. What of the other seven tasks, and of the pool?
import os
import signal
import sys
import time
from multiprocessing import Array, Pool

done = None


def share(array):
    global done
    done = array


def work(n):
    time.sleep(0.05)
    if n == 2 and sys.argv[1] == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if n == 2:
        raise ValueError("two is bad")
    done[n] = 1


if __name__ == "__main__":
    array = Array("i", 8)
    with Pool(2, share, [array]) as pool:
        result = pool.map_async(work, range(8))
        while sum(array) < 7:
            time.sleep(0.02)
        result.wait(1)
        print("done:", sum(array))
        print("ready:", result.ready())
        print("next:", pool.map(abs, [-1, -2]))
