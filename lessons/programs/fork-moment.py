# A list gets another number before the child is started, and one more after that. What does the child see?
import time
from multiprocessing import Process

numbers = [1]


def show():
    time.sleep(0.3)
    print("seen:", numbers)


if __name__ == "__main__":
    numbers.append(99)
    child = Process(target=show)
    child.start()
    numbers.append(100)
    child.join()
