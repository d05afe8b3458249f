"""All methods of Pool, with callbacks and errors. argv: the start method."""
import multiprocessing
import sys
from multiprocessing import Pool


def square(n):
    return n * n


def add(a, b=1):
    return a + b


def fails(n):
    raise ValueError("no %d" % n)


def set_base(value):
    global base
    base = value


def add_base(n):
    return base + n


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    with Pool(2, initializer=set_base, initargs=(100,)) as pool:
        print(pool.map(square, range(9), chunksize=2))
        print(pool.map(square, []))
        print(pool.map(add_base, (1, 2)))
        print(pool.starmap(add, [(1, 2), (3,)]))
        print(list(pool.imap(square, iter(range(5)))))
        print(sorted(pool.imap_unordered(square, range(5), chunksize=2)))
        print(pool.apply(add, (1,), {"b": 5}))
        seen = []
        pool.apply_async(square, (3,), callback=seen.append).wait()
        pool.map_async(fails, [4], error_callback=lambda error: seen.append(repr(error))).wait()
        print(seen)
        try:
            pool.map(fails, [1, 2, 3], chunksize=3)
        except ValueError as error:
            print(repr(error), type(error.__cause__).__name__)
        results = pool.imap(fails, [7])
        try:
            next(results)
        except ValueError as error:
            print(repr(error))
        try:
            pool.apply(square, (lambda: 1,))
        except Exception as error:
            print(type(error).__name__)
        pool.close()
        pool.join()
    print("done")
