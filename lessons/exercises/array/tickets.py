# Three sellers sell 100 tickets. Change `sell` so that none is sold twice.
import time
from multiprocessing import Array, Barrier, Process, Value


def sell(left, sold, me, opening):
    opening.wait()  # all three begin together
    while left.value > 0:  # change from here
        time.sleep(0.001)  # the customer looks for the money
        left.value -= 1
        sold[me] += 1


if __name__ == "__main__":
    left, sold, opening = Value("i", 100), Array("i", 3), Barrier(3)
    sellers = [Process(target=sell, args=(left, sold, me, opening)) for me in range(3)]
    for seller in sellers:
        seller.start()
    for seller in sellers:
        seller.join()
    print("left:", left.value)
    print("sold:", sold[:])
