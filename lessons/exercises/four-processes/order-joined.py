# In order, but one after the other: each child is joined before the next is started.
import time
from multiprocessing import Process


def work(number):
    time.sleep((5 - number) * 0.6)
    print(number)


if __name__ == "__main__":
    for number in (1, 2, 3, 4):
        child = Process(target=work, args=(number,))
        child.start()
        child.join()
