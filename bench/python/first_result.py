"""Row (c): the first result of a pool of two, by a start method."""
import sys
from multiprocessing import get_context


def square(n):
    return n * n


if __name__ == "__main__":
    with get_context(sys.argv[1]).Pool(2) as pool:
        print(pool.apply(square, (7,)), flush=True)
