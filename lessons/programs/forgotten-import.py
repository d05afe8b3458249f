# In a notebook an earlier cell had imported multiprocessing. In a file of its own?
import sys

if sys.argv[1] == "imported":
    import multiprocessing


def square(number):
    return number * number


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        print("results:", pool.map(square, [1, 2, 3]))
