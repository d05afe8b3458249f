# The main program assigns a new value to a global variable while a process, or a thread, runs. What does that one see?
import sys
import threading
from multiprocessing import Event, Process, SimpleQueue

price = 10


def look(changed, seen):
    changed.wait()
    seen.put(price)


if __name__ == "__main__":
    kind = threading.Thread if sys.argv[1] == "thread" else Process
    changed, seen = Event(), SimpleQueue()
    member = kind(target=look, args=(changed, seen))
    member.start()
    price = 20
    changed.set()
    print("seen:", seen.get())
    member.join()
