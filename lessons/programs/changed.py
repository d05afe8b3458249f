# A global list, a list that is handed over, and an Array: which of them does a process change, and which a thread?
import sys
import threading
from multiprocessing import Array, Process

numbers = [1]


def add(given, array):
    numbers.append(2)
    given.append(2)
    array[0] = 2


if __name__ == "__main__":
    kind = threading.Thread if sys.argv[1] == "thread" else Process
    given = [1]
    array = [0] if sys.argv[2:] == ["list"] else Array("i", 1)
    member = kind(target=add, args=(given, array))
    member.start()
    member.join()
    print("numbers:", numbers)
    print("given:", given)
    print("array:", array[0])
