# A lock of spawn has a name in /dev/shm. Its process is killed alone, or with its whole group: does the name stay? Linux only.
import os
import signal
import subprocess
import sys
import time
from multiprocessing import get_context

if __name__ == "__main__":
    if sys.argv[2:] == ["inside"]:
        lock = get_context("spawn").Lock()
        print("/dev/shm/sem." + lock._semlock.name.lstrip("/"), flush=True)
        time.sleep(20)
    command = [sys.executable, __file__, sys.argv[1], "inside"]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
    name = started.stdout.readline().decode().strip()
    time.sleep(0.3)
    kill = os.killpg if sys.argv[1] == "group" else os.kill
    kill(started.pid, signal.SIGKILL)
    started.wait()
    time.sleep(0.5)
    print("left:", os.path.exists(name))
    if os.path.exists(name):
        os.unlink(name)
