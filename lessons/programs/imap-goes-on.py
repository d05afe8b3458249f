# One of eight tasks raises an exception. How many results does map give, and how many does imap?
import sys
from multiprocessing import Pool


def half(n):
    if n == 3:
        raise ValueError("three is odd")
    return n / 2


if __name__ == "__main__":
    results = []
    with Pool(2) as pool:
        if sys.argv[1] == "map":
            try:
                results = pool.map(half, range(1, 9))
            except ValueError:
                print("map raises it")
        else:
            iterator = pool.imap(half, range(1, 9))
            for _ in range(8):
                try:
                    results.append(next(iterator))
                except ValueError:
                    print("imap raises it, and goes on")
    print("results:", len(results))
