# A task raises an exception. Its result is left, or asked for.
import sys
from multiprocessing import Pool


def half(n):
    raise ValueError("three is odd")


if __name__ == "__main__":
    told = None
    with Pool(1) as pool:
        result = pool.map_async(half, [3])
        result.wait()
        if sys.argv[1] == "asked":
            try:
                result.get()
            except ValueError as error:
                told = error
    print("told:", repr(str(told)))
