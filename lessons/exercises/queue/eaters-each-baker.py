# Each baker puts a sentinel for each eater: when the fast one is done, all eaters stop.
import time
from multiprocessing import Process, Queue


def bake(queue, kind, pause):
    for number in range(4):
        time.sleep(pause)
        queue.put(f"{kind} {number}")
    for _ in range(3):
        queue.put(None)


def eat(queue, name):
    for bread in iter(queue.get, None):  # calls get() until it gives None
        print("ate", bread, flush=True)
    print(name, "stops", flush=True)


if __name__ == "__main__":
    queue = Queue()
    bakers = [Process(target=bake, args=(queue, *how)) for how in (("rye", 0), ("oat", 0.1))]
    eaters = [Process(target=eat, args=(queue, f"eater {n}")) for n in (1, 2, 3)]
    for child in bakers + eaters:
        child.start()
    for baker in bakers:
        baker.join()
    for eater in eaters:
        eater.join()
