# A child ends at once. A second later its parent has joined it ("join"), has not ("wait"),
# has started another one ("start"), or has sent it a SIGKILL ("kill").
import os
import signal
import subprocess
import sys
import time
from multiprocessing import Process

if __name__ == "__main__":
    child = Process(target=os._exit, args=(7,))
    child.start()
    time.sleep(0.8)
    if sys.argv[1] == "join":
        child.join()
    elif sys.argv[1] == "start":
        another = Process(target=os._exit, args=(0,))
        another.start()
        another.join()
    elif sys.argv[1] == "kill":
        os.kill(child.pid, signal.SIGKILL)
        time.sleep(0.2)
    seen = subprocess.run(["ps", "-o", "stat=,rss=", "-p", str(child.pid)], stdout=subprocess.PIPE, universal_newlines=True)
    state, memory = (seen.stdout.split() + ["gone", "0"])[:2]
    print("state:", state[0] if state != "gone" else state)
    print("memory:", memory)  # in KiB
    child.join()
    print("exitcode:", child.exitcode)
