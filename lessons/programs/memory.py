# How much memory does one more thread take, and one more process? (Linux)
import os
import sys
import threading
import time
from multiprocessing import Event, get_context


def private_kilobytes(pid):
    """What the process has written and shares with no other."""
    with open(f"/proc/{pid}/smaps_rollup") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("Private_Dirty:"))


def wait(ready, go):
    ready.set()
    go.wait()


if __name__ == "__main__":
    how = sys.argv[1]
    make = threading.Thread if how == "thread" else get_context(how).Process
    events = threading if how == "thread" else get_context(how)
    ready, go = events.Event(), events.Event()
    member = make(target=wait, args=(ready, go))
    before = private_kilobytes(os.getpid())
    member.start()
    ready.wait()
    time.sleep(0.05)
    after = private_kilobytes(os.getpid())
    print("kilobytes:", max(after - before, 1) if how == "thread" else private_kilobytes(member.pid))
    go.set()
    member.join()
