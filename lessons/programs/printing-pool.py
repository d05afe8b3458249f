# A pool whose tasks print. Is all of it there at the end, if the pool is closed and joined, and if it is not?
import multiprocessing
import sys


def print_square(number):
    print(number * number)


if __name__ == "__main__":
    pool = multiprocessing.Pool(4)
    pool.map(print_square, range(10))
    if sys.argv[1] == "closed":
        pool.close()
        pool.join()
