# A part of 1.6 s of waiting must be done alone, the rest is shared by so many processes. How many times as fast is it?
import sys
import time
from multiprocessing import Pool

TOTAL = 1.6

if __name__ == "__main__":
    alone, workers = float(sys.argv[1]), int(sys.argv[2])
    with Pool(workers) as pool:
        pool.map(time.sleep, [0.1] * workers, chunksize=1)  # all are there
        began = time.perf_counter()
        time.sleep(alone * TOTAL)
        pool.map(time.sleep, [(1 - alone) * TOTAL / workers] * workers, chunksize=1)
        print("speedup:", round(TOTAL / (time.perf_counter() - began), 1))
    print("bound:", round(1 / (alone + (1 - alone) / workers), 1))
