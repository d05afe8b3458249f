# How many workers has a pool for which nobody gives a number, and how many has one that gets one more than that?
import os
import sys
from multiprocessing import Pool, active_children

if __name__ == "__main__":
    cores = getattr(os, "process_cpu_count", os.cpu_count)()
    with Pool(cores + 1) if sys.argv[1] == "more" else Pool():
        print("cores:", cores)
        print("workers:", len(active_children()))
