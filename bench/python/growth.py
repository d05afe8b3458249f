"""100,000 x square(n) by so many processes: `growth.py PROCESSES` prints tasks per second."""
import sys
from multiprocessing import Pool

from repeat import median_time, show

COUNT = 100_000


def square(n):
    return n * n


def check(results):
    if results != [n * n for n in range(COUNT)]:
        raise ValueError("a result is wrong")


if __name__ == "__main__":
    with Pool(int(sys.argv[1])) as pool:
        show(COUNT / median_time(lambda: pool.map(square, range(COUNT)), check))
