# Four tasks of a pool, of which the first take longest. They "return" their number, or they "print" it.
import sys
import time
from multiprocessing import Pool


def show(task):
    number, how = task
    time.sleep((40 - number) / 200)
    if how == "print":
        print(number, flush=True)
    return number


if __name__ == "__main__":
    how = sys.argv[1]
    with Pool(4) as pool:
        numbers = pool.map(show, [(number, how) for number in (10, 20, 30, 40)])
    if how == "return":
        for number in numbers:
            print(number)
