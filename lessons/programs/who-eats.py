# Two eaters and six breads. Do the eaters share "one" queue, or does "each" have a queue of its own?
import sys
from multiprocessing import Process, Queue


def eat(queue):
    for bread in iter(queue.get, None):
        print(bread)


if __name__ == "__main__":
    queue = Queue()
    queues = [queue, queue] if sys.argv[1] == "one" else [queue, Queue()]
    eaters = [Process(target=eat, args=(queue,)) for queue in queues]
    for eater in eaters:
        eater.start()
    for bread in ("rye", "wheat", "oat", "corn", "rice", "spelt"):
        for queue in set(queues):
            queue.put(bread)
    for queue in queues:
        queue.put(None)
    for eater in eaters:
        eater.join()
