"""A process for each item. Each has a PID and a memory of its own, and they print in whatever order they get to it."""
import json
import os
import signal
import sys
import time
from multiprocessing import Process

# With fork a process gets a copy of this; with spawn and forkserver it imports this file anew. Either way it has its own.
counter = 0


def print_item(item, pause, kill):
    global counter
    counter += item
    time.sleep(pause)
    if item == kill:
        os.kill(os.getpid(), signal.SIGKILL)
    print(f"item {item}, from process {os.getpid()}; the counter here: {counter}")


if __name__ == "__main__":
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    items = settings.get("items", 4)
    delay = settings.get("delay", 1600) / 1000
    seed = settings.get("seed", 1)
    kill = settings.get("kill", 0)

    processes = []
    for item in range(1, items + 1):
        # Between one and three times the delay: which process takes long depends on the seed.
        pause = delay * (1 + 2 * ((item + seed) * 2654435761 % 2**32) / 2**32)
        processes.append(Process(target=print_item, args=(item, pause, kill), name=f"process {item}"))

    for process in processes:
        process.start()
    for process in processes:
        process.join()

    for process in processes:
        if process.exitcode != 0:
            print(f"{process.name} did not end well: exit code {process.exitcode}")
    print(f"the counter here, in the parent {os.getpid()}:")
    print(f"parent_counter = {counter}")
