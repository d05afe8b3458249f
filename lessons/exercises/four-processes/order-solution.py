# The tasks return their numbers. map puts them in order, and the parent prints them.
import time
from multiprocessing import Pool


def work(number):
    time.sleep((5 - number) * 0.6)
    return number


if __name__ == "__main__":
    with Pool(4) as pool:
        for number in pool.map(work, (1, 2, 3, 4), chunksize=1):
            print(number)
