# Two bakers, one of them slow, and three eaters. The eaters wait for ever.
# Change it: all eight breads are eaten, and everybody ends.
import time
from multiprocessing import Process, Queue


def bake(queue, kind, pause):
    for number in range(4):
        time.sleep(pause)
        queue.put(f"{kind} {number}")


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
    # both bakers are done: what do the eaters need to know?
    for eater in eaters:
        eater.join()
