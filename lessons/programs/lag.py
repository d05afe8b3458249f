# A baker puts 40 items of 1 MB each into a queue, and the eater is slow. How much memory does the baker need for that?
import resource
import sys
import time
from multiprocessing import Process, Queue


def most_memory():
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1_000_000


def bake(queue):
    before = most_memory()
    for _ in range(40):
        queue.put(b"x" * 1_000_000)
    print(f"megabytes: {most_memory() - before:.0f}")
    queue.put(None)


def eat(queue):
    for bread in iter(queue.get, None):
        time.sleep(0.02)


if __name__ == "__main__":
    queue = Queue(int(sys.argv[1]))  # room for so many items; 0: no limit
    children = [Process(target=bake, args=(queue,)), Process(target=eat, args=(queue,))]
    for child in children:
        child.start()
    for child in children:
        child.join()
