# Can it travel in a message? What goes to another machine has to be turned into bytes.
import pickle
import sys
from multiprocessing import Array, Lock, Manager, Queue

if __name__ == "__main__":
    if sys.argv[1] == "proxy":
        with Manager() as manager:
            print("bytes:", len(pickle.dumps(manager.Queue())))
    else:
        thing = {"lock": Lock, "queue": Queue, "array": lambda: Array("i", 3), "list": list}[sys.argv[1]]()
        try:
            print("bytes:", len(pickle.dumps(thing)))
        except RuntimeError as error:
            print("error:", type(error).__name__)
