"""The items of a call come from a generator that makes calls itself, of the same pool and of another."""
import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor


def items(executor, pool):
    for n in range(3):
        yield sum(executor.map(abs, [n, n])) + pool.apply(abs, (n,)) + executor.submit(abs, -n).result()


def more(executor):
    for n in range(2):
        yield executor.submit(abs, n).result()


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    with ProcessPoolExecutor(2) as executor, multiprocessing.Pool(2) as pool:
        print(list(executor.map(abs, items(executor, pool))))
        print(pool.map(abs, more(executor)))
        pool.close()
        pool.join()
