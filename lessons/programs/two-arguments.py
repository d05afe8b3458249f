# The fourth of eight tasks raises an exception, whose class wants one argument or two. Can the parent build it anew?
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool


class Refused(Exception):
    def __init__(self, item, why):
        super().__init__(f"{item}: {why}")


class Kept(Exception):
    def __init__(self, item, why):
        super().__init__(item, why)


ERRORS = {"one": lambda n: ValueError(f"{n} is odd"), "two": lambda n: Refused(n, "odd"), "kept": lambda n: Kept(n, "odd")}


def work(n):
    if n == 3:
        raise ERRORS[sys.argv[1]](n)
    return n


def tell(get):
    try:
        get()
    except Exception as error:
        print("error:", type(error).__name__, flush=True)


if __name__ == "__main__":
    if sys.argv[2] == "executor":
        with ProcessPoolExecutor(2) as executor:
            tell(lambda: list(executor.map(work, range(8))))
    else:
        try:
            with Pool(2) as pool:
                tell(lambda: pool.map_async(work, range(8)).get(timeout=3))
        except AssertionError:
            print("the pool notices at its end that it is broken")
