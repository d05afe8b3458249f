# A program starts a child that sleeps for 20 s, and is ended in some way. What has become of the child a second later?
import os
import signal
import subprocess
import sys
import time
from multiprocessing import Process


def program(kind, how):
    child = Process(target=time.sleep, args=(20,), daemon=kind == "daemon")
    child.start()
    print(child.pid, flush=True)
    if how != "returns":
        child.join()


def look(pid):
    """Whether it is there, and who its parent is; a zombie has ended."""
    seen = subprocess.run(["ps", "-o", "stat=,ppid=", "-p", str(pid)], stdout=subprocess.PIPE, universal_newlines=True)
    state, parent = (seen.stdout.split() + ["Z", "0"])[:2]
    return not state.startswith("Z"), int(parent)


if __name__ == "__main__":
    kind, how = sys.argv[1:3]  # plain or daemon; returns, SIGTERM, SIGKILL or ctrl-c
    if sys.argv[3:] == ["inside"]:
        program(kind, how)
        sys.exit()
    started = subprocess.Popen(
        [sys.executable, __file__, kind, how, "inside"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    )
    child = int(started.stdout.readline())
    time.sleep(0.3)
    if how == "ctrl-c":
        os.killpg(started.pid, signal.SIGINT)  # to its whole group, as a terminal does
    elif how != "returns":
        os.kill(started.pid, signal.Signals[how])  # to this one process
    time.sleep(1)
    alive, parent = look(child)
    print("alive:", alive)
    print("adopted:", alive and parent != started.pid)
    if alive:
        os.kill(child, signal.SIGKILL)
    started.wait()
