# The first of two processes, or threads, gets a SIGKILL. What becomes of the second, and of the main program?
import os
import signal
import sys
import threading
import time
from multiprocessing import Process

if __name__ == "__main__":
    how = sys.argv[1]
    kind = Process if how == "process" else threading.Thread
    first, second = [kind(target=time.sleep, args=(30,), daemon=True) for _ in range(2)]
    first.start()
    second.start()
    # A thread has no PID of its own: there is the PID of its process, and on Linux the thread's TID.
    target = {"process": getattr(first, "pid", None), "thread": os.getpid(), "tid": getattr(first, "native_id", None)}
    os.kill(target[how], signal.SIGKILL)
    first.join()
    print("second:", second.is_alive())
