# How many different outputs do 30 rounds of four children give, if each "print"s, or if "map" returns to the parent?
import os
import sys
from multiprocessing import Pool, Process


def show(number, end):
    os.write(end, b"%d " % number)


def same(number):
    return number


def round_of_prints():
    reading, writing = os.pipe()  # in place of the screen, so that it can be read
    children = [Process(target=show, args=(number, writing)) for number in (10, 20, 30, 40)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    printed = os.read(reading, 100)
    os.close(reading)
    os.close(writing)
    return printed


if __name__ == "__main__":
    if sys.argv[1] == "print":
        orders = {round_of_prints() for _ in range(30)}
    else:
        with Pool(4) as pool:
            orders = {tuple(pool.map(same, (10, 20, 30, 40))) for _ in range(30)}
    print("orders:", len(orders))
