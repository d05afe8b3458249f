# Two eaters take six breads, and then as many sentinels as the number behind the file's name says. Who stops?
import sys
from multiprocessing import Process, Queue


def eat(queue, name):
    for bread in iter(queue.get, None):
        pass
    print(name, "stops", flush=True)


if __name__ == "__main__":
    queue = Queue()
    eaters = [Process(target=eat, args=(queue, name)) for name in ("eater 1", "eater 2")]
    for eater in eaters:
        eater.start()
    for bread in range(6):
        queue.put(bread)
    for _ in range(int(sys.argv[1])):
        queue.put(None)
    for eater in eaters:
        eater.join()
