# A thread, or a child process, reads memory that it may not read. Does the main program go on?
import ctypes
import sys
import threading
from multiprocessing import Process


def crash():
    ctypes.string_at(0)


if __name__ == "__main__":
    kind = threading.Thread if sys.argv[1] == "thread" else Process
    member = kind(target=crash)
    member.start()
    member.join()
    print("the main program goes on")
    if kind is Process:
        print("exitcode:", member.exitcode)
