# A program starts a child that sleeps for 20 s, and is ended in some way. What has become of the child a second later?
import atexit
import os
import signal
import subprocess
import sys
import time
from multiprocessing import Process


def program(kind, how):
    child = Process(target=time.sleep, args=(20,), daemon=kind != "plain")
    child.start()
    if kind == "atexit":
        atexit.register(child.terminate)
    if kind == "handler":
        signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    print(child.pid, flush=True)
    if how == "returns":
        return
    try:
        child.join()
    finally:
        if kind == "finally":
            child.terminate()


def look(pid):
    """Whether the process is there, and who its parent is; a zombie has ended."""
    ps = ["ps", "-o", "stat=,ppid=", "-p", str(pid)]
    seen = subprocess.run(ps, stdout=subprocess.PIPE, universal_newlines=True)
    state, parent = (seen.stdout.split() + ["Z", "0"])[:2]
    return not state.startswith("Z"), int(parent)


if __name__ == "__main__":
    kind, how = sys.argv[1:3]  # plain, daemon, atexit, finally or handler; returns, SIGTERM, SIGKILL or ctrl-c
    if sys.argv[3:] == ["inside"]:
        program(kind, how)
        sys.exit()
    command = [sys.executable, __file__, kind, how, "inside"]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
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
