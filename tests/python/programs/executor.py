"""ProcessPoolExecutor."""
import concurrent.futures
import math
import multiprocessing
import sys

PRIMES = [112272535095293, 112582705942171, 115280095190773, 1099726899285419]


def is_prime(n):
    return n % 2 == 1 and all(n % i for i in range(3, int(math.floor(math.sqrt(n))) % 5000, 2))


def fails(n):
    raise KeyError(n)


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    with concurrent.futures.ProcessPoolExecutor(max_workers=2) as executor:
        for number, prime in zip(PRIMES, executor.map(is_prime, PRIMES)):
            print("%d is prime: %s" % (number, prime))
        print(list(executor.map(pow, range(6), [2] * 6, chunksize=4)))
        futures = [executor.submit(pow, 2, n) for n in range(4)]
        print(sorted(future.result() for future in concurrent.futures.as_completed(futures)))
        for call in (lambda: executor.submit(fails, 1).result(), lambda: list(executor.map(fails, [6, 7], chunksize=2))):
            try:
                call()
            except KeyError as error:
                print(repr(error), type(error.__cause__).__name__)
        print(executor.submit(dict, fn=1, self=2).result())
