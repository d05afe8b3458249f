"""Two ways to be left behind. A child that has ended, and that its parent does not collect, is a zombie. One that goes on
while its parent has ended is an orphan."""
import json
import os
import signal
import subprocess
import sys
import time
from multiprocessing import Process

LIFE = 20  # seconds that an orphan would live that nobody ended


def look(pid):
    """State and parent of a process, as the operating system knows them."""
    ps = ["ps", "-o", "stat=,ppid=", "-p", str(pid)]
    seen = subprocess.run(ps, stdout=subprocess.PIPE, universal_newlines=True).stdout.split()
    return (seen[0][0], int(seen[1])) if seen else ("gone", 0)


def show_zombie(delay):
    child = Process(target=os._exit, args=(7,), name="zombie")
    child.start()
    time.sleep(delay + 0.5)
    state, _ = look(child.pid)
    print(f"the child {child.pid} is not collected: state {state}", flush=True)
    child.join()
    after, _ = look(child.pid)
    print(f"it is collected: state {after}, exit code {child.exitcode}", flush=True)
    print(f'uncollected = "{state}"')
    print(f'collected = "{after}"')
    print(f"child_exit_code = {child.exitcode}", flush=True)


def be_parent():
    child = Process(target=time.sleep, args=(LIFE,), daemon=True, name="orphan")
    child.start()
    print(child.pid, flush=True)
    child.join()


def show_orphan(delay, end):
    command = [sys.executable, __file__, "parent"]
    parent = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
    child = int(parent.stdout.readline())
    time.sleep(delay + 0.1)
    if end == "ctrl-c":
        os.killpg(parent.pid, signal.SIGINT)  # to its whole group, as a terminal does
    else:
        os.kill(parent.pid, signal.Signals[end])
    time.sleep(delay + 0.5)
    state, now = look(child)
    alive = state not in ("gone", "Z")
    what = f"goes on, its parent is {now}" if alive else "is gone"
    print(f"the parent {parent.pid} got its end by {end}: the child {child} {what}", flush=True)
    print(f"child_alive = {alive}")
    print(f"adopted = {alive and now != parent.pid}", flush=True)
    if alive:
        os.kill(child, signal.SIGKILL)
    parent.wait()


if __name__ == "__main__":
    if sys.argv[1:] == ["parent"]:
        be_parent()
        sys.exit()
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    delay = settings.get("delay", 1200) / 1000
    show_zombie(delay)
    show_orphan(delay, settings.get("end", "SIGKILL"))
