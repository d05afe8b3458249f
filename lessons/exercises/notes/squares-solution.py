# Program 6 of the notes, mended: the workers return the squares, and the parent prints them.
import multiprocessing


def square(number):
    return number * number


if __name__ == "__main__":
    with multiprocessing.Pool(processes=4) as pool:
        results = pool.map(square, range(10))
    for result in results:
        print(result)
