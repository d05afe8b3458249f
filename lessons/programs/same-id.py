# A forked process, or a thread, compares the id of a list with that in the main program, and changes the list.
import sys
import threading
from multiprocessing import Process

numbers = [1]


def change(their_id):
    print("same:", id(numbers) == their_id)
    numbers.append(2)


if __name__ == "__main__":
    kind = threading.Thread if sys.argv[1] == "thread" else Process
    member = kind(target=change, args=(id(numbers),))
    member.start()
    member.join()
    print("size:", len(numbers))
