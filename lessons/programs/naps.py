# Three naps of different length in a pool of three: in which order are the results?
import sys
import time
from multiprocessing import Pool


def nap(tenths):
    time.sleep(tenths / 10)
    return tenths


if __name__ == "__main__":
    with Pool(3) as pool:
        method = {"map": pool.map, "imap": pool.imap, "imap_unordered": pool.imap_unordered}[sys.argv[1]]
        print("results:", list(method(nap, [3, 1, 2])))
