# A baker, a parent that puts a bread too, and an eater that waits for more. Who could still write into the queue's pipe?
# The parent comes to its end, "no-join", or it waits in "join" for the eater. Linux shows who has what open.
import os
import sys
import threading
import time
from multiprocessing import Process, Queue


def writers(pipe, pids):
    """How many descriptors for writing these processes have on this pipe."""
    count = 0
    for pid in pids:
        for descriptor in os.listdir(f"/proc/{pid}/fd"):
            try:
                with open(f"/proc/{pid}/fdinfo/{descriptor}") as info:
                    flags = next(line for line in info if line.startswith("flags:"))
                is_pipe = os.readlink(f"/proc/{pid}/fd/{descriptor}") == pipe
            except OSError:
                continue  # it was that of the folder itself
            count += is_pipe and int(flags.split()[1], 8) & os.O_ACCMODE == os.O_WRONLY
    return count


def look(queue, parent):
    time.sleep(1)  # by now everybody waits
    pipe = os.readlink(f"/proc/self/fd/{queue._reader.fileno()}")
    print("own:", writers(pipe, [os.getpid()]))
    print("parents:", writers(pipe, [parent]), flush=True)


def bake(queue):
    queue.put("rye")


def eat(queue, parent):
    threading.Thread(target=look, args=(queue, parent), daemon=True).start()
    for bread in iter(queue.get, None):
        pass


if __name__ == "__main__":
    queue = Queue()
    baker = Process(target=bake, args=(queue,))
    eater = Process(target=eat, args=(queue, os.getpid()))
    baker.start()
    eater.start()
    queue.put("oat")
    baker.join()
    if sys.argv[1] == "join":
        eater.join()
