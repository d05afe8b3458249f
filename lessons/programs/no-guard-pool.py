# A program that makes a pool, without the guard.
from multiprocessing import Pool


def square(n):
    return n * n


with Pool(2) as pool:
    print("squares:", pool.map(square, [1, 2, 3]))
