# Twelve threads share what can be shared. Of 0.8 s of waiting, a quarter must be done alone, or nothing.
import sys
import time
from multiprocessing.pool import ThreadPool

if __name__ == "__main__":
    alone = 0.2 if sys.argv[1] == "quarter" else 0
    shared = 0.8 - alone
    with ThreadPool(12) as pool:
        began = time.perf_counter()
        time.sleep(alone)
        pool.map(time.sleep, [shared / 12] * 12, chunksize=1)
        print("speedup:", round(0.8 / (time.perf_counter() - began), 1))
