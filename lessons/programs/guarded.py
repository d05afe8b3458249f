# What is set under the guard: does a child see it, and what is the name of its module?
from multiprocessing import Process

price = 10


def show():
    print("price:", price)
    print("name:", __name__)


if __name__ == "__main__":
    price = 20
    child = Process(target=show)
    child.start()
    child.join()
