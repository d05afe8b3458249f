# Four functions run in four processes, or in four threads. How many PIDs are there, with that of the parent?
import os
import sys
import threading
from multiprocessing import Process, SimpleQueue


def report(pids):
    pids.put(os.getpid())


if __name__ == "__main__":
    kind = threading.Thread if sys.argv[1] == "thread" else Process
    pids = SimpleQueue()
    members = [kind(target=report, args=(pids,)) for _ in range(4)]
    for member in members:
        member.start()
    for member in members:
        member.join()
    print("pids:", len({os.getpid()} | {pids.get() for _ in members}))
