# The third of eight tasks raises an exception. With this change, how many results are left?
import sys
from multiprocessing import Pool


def half(n):
    if n == 3:
        raise ValueError("three is odd")
    return n / 2


def half_or_error(n):
    try:
        return half(n)
    except ValueError as error:
        return error


def one_by_one(iterator):
    """What comes from `next`, also behind an exception."""
    results = []
    while True:
        try:
            results.append(next(iterator))
        except ValueError as error:
            print("one task failed:", error)
        except StopIteration:
            return results


if __name__ == "__main__":
    results = []
    with Pool(2) as pool:
        try:
            if sys.argv[1] == "in-the-task":
                results = pool.map(half_or_error, range(1, 9))
            elif sys.argv[1] == "next":
                results = one_by_one(pool.imap(half, range(1, 9)))
            elif sys.argv[1] == "loop":
                for result in pool.imap(half, range(1, 9)):
                    results.append(result)
            else:
                results = pool.map(half, range(1, 9))
        except ValueError as error:
            print("it ended with:", error)
    print("results:", len([result for result in results if isinstance(result, float)]))
