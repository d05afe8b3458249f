# The oven of the baker is slow. The eater stops when the queue is "empty", or at a "sentinel".
import sys
import time
from multiprocessing import Barrier, Process, Queue


def bake(queue, together):
    together.wait()  # until both are here
    for bread in ("rye", "wheat", "oat"):
        time.sleep(0.1)
        queue.put(bread)
    queue.put(None)


def eat(queue, together, until):
    together.wait()
    eaten = 0
    if until == "empty":
        while not queue.empty():
            queue.get()
            eaten += 1
    else:
        for bread in iter(queue.get, None):
            eaten += 1
    print(f"eaten: {eaten}")


if __name__ == "__main__":
    queue, together = Queue(), Barrier(2)
    baker = Process(target=bake, args=(queue, together))
    eater = Process(target=eat, args=(queue, together, sys.argv[1]))
    baker.start()
    eater.start()
    baker.join()
    eater.join()
