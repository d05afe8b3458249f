# Four processes work for different times, and print their number when they are done.
# Change it: the output is 1, 2, 3, 4 in every run, and they still work at the same time.
import time
from multiprocessing import Process


def work(number):
    time.sleep((5 - number) * 0.6)
    print(number)  # who should print, so that the order is certain?


if __name__ == "__main__":
    children = [Process(target=work, args=(number,)) for number in (1, 2, 3, 4)]
    for child in children:
        child.start()
    for child in children:
        child.join()
