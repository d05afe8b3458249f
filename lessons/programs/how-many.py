# While a child, or a thread, is at work: of how many processes does this program consist, its helpers included? (Linux)
import os
import sys
import threading
from multiprocessing import Process


def parents():
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as line:
                yield int(name), int(line.read().rpartition(")")[2].split()[1])
        except OSError:
            pass  # it has just ended


def count(main):
    found, parent_of = {main}, dict(parents())
    while more := {pid for pid, parent in parent_of.items() if parent in found} - found:
        found |= more
    print("processes:", len(found))


if __name__ == "__main__":
    kind = threading.Thread if sys.argv[1] == "thread" else Process
    member = kind(target=count, args=(os.getpid(),))
    member.start()
    member.join()
