# A near miss: the pool is closed and joined, so that no square is lost; but the results are still printed, and are None.
import multiprocessing


def square(number):
    print(number * number)


if __name__ == "__main__":
    pool = multiprocessing.Pool(processes=4)
    results = pool.map(square, range(10))
    pool.close()
    pool.join()
    for result in results:
        print(result)
