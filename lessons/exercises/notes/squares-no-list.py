# A near miss: the workers print, and the results, which are None, are left out. The order is open, and squares get lost.
import multiprocessing


def square(number):
    print(number * number)


if __name__ == "__main__":
    pool = multiprocessing.Pool(processes=4)
    pool.map(square, range(10))
