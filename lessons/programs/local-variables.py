# Two processes, or two threads, are in the same function at the same time. Whose number does each find in it?
import sys
import threading
from multiprocessing import Barrier, Process, SimpleQueue

number = 0


def keep_in_local(own, barrier, found):
    number = own
    barrier.wait()
    found.put(number)


def keep_in_global(own, barrier, found):
    global number
    number = own
    barrier.wait()
    found.put(number)


if __name__ == "__main__":
    kind = threading.Thread if sys.argv[1] == "thread" else Process
    target = keep_in_global if sys.argv[2] == "global" else keep_in_local
    barrier, found = Barrier(2), SimpleQueue()
    members = [kind(target=target, args=(own, barrier, found)) for own in (1, 2)]
    for member in members:
        member.start()
    for member in members:
        member.join()
    print("found:", sorted(found.get() for _ in members))
