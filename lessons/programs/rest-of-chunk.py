# Eight tasks in chunks; the one with item 2 raises an exception. Which items were begun?
import sys
from multiprocessing import Array, Pool

begun = None


def share(array):
    global begun
    begun = array


def work(n):
    begun[n] = 1
    if n == 2:
        raise ValueError("two is bad")


if __name__ == "__main__":
    array = Array("i", 8)
    pool = Pool(2, share, [array])
    try:
        pool.map(work, range(8), chunksize=int(sys.argv[1]))
    except ValueError as error:
        print("it raised:", error)
    pool.close()
    pool.join()
    print("begun:", [n for n in range(8) if array[n]])
