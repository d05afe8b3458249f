# Program 6 of the notes: a pool of four computes ten squares. Let it print them in order, and nothing else.
import multiprocessing


def square(number):
    print(number * number)  # change this


if __name__ == "__main__":
    pool = multiprocessing.Pool(processes=4)
    results = pool.map(square, range(10))
    for result in results:
        print(result)
