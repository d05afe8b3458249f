# The main program opens a file, and a thread, or a forked process, closes it. Is it still open here?
import os
import sys
import threading
from multiprocessing import Process

if __name__ == "__main__":
    kind = threading.Thread if sys.argv[1] == "thread" else Process
    file = os.open(__file__, os.O_RDONLY)
    member = kind(target=os.close, args=(file,))
    member.start()
    member.join()
    try:
        os.read(file, 1)
        print("open:", True)
    except OSError:
        print("open:", False)
