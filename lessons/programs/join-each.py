# Three children sleep and print their number. They are joined "one-by-one", or started "together" and then joined.
import sys
import time
from multiprocessing import Process


def show(number):
    time.sleep(number * 0.15)
    print(number)


if __name__ == "__main__":
    children = [Process(target=show, args=(number,)) for number in (3, 1, 2)]
    for child in children:
        child.start()
        if sys.argv[1] == "one-by-one":
            child.join()
    for child in children:
        child.join()
    print("done")
