# What does map give if the function prints its square, and if it returns it?
import sys
from multiprocessing import Pool


def print_square(number):
    print(number * number)


def return_square(number):
    return number * number


if __name__ == "__main__":
    square = return_square if sys.argv[1] == "return" else print_square
    with Pool(2) as pool:
        results = pool.map(square, [1, 2, 3])
    print("results:", results)
