# A task raises an exception, in a worker or here. Does it tell of the lines of the worker?
import sys
from multiprocessing import Pool


def half(n):
    raise ValueError("three is odd")


if __name__ == "__main__":
    try:
        if sys.argv[1] == "pool":
            with Pool(1) as pool:
                pool.map(half, [3])
        else:
            half(3)
    except ValueError as error:
        print("cause:", type(error.__cause__).__name__)
        print("tells:", "in half" in str(error.__cause__))
