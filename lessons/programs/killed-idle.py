# Both workers of a pool are killed: while they compute, or while they wait for a task. Does the pool still work?
import os
import signal
import sys
import time
from multiprocessing import Pool, active_children

if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(abs, [-1, -2])
        if sys.argv[1] == "busy":
            pool.map_async(time.sleep, [60, 60], chunksize=1)
        time.sleep(0.5)
        for worker in active_children():
            os.kill(worker.pid, signal.SIGKILL)
        print("results:", len(pool.map(abs, [-1, -2, -3, -4], chunksize=1)))
