# Two bakers, one of them slow, and an eater. Who puts the sentinel: "each" baker, or the "parent" after joining both?
import sys
import time
from multiprocessing import Process, Queue


def bake(queue, who, pause):
    for bread in range(3):
        time.sleep(pause)
        queue.put(bread)
    if who == "each":
        queue.put(None)


def eat(queue):
    print(f"eaten: {sum(1 for bread in iter(queue.get, None))}")


if __name__ == "__main__":
    who = sys.argv[1]
    queue = Queue()
    bakers = [Process(target=bake, args=(queue, who, pause)) for pause in (0, 0.2)]
    eater = Process(target=eat, args=(queue,))
    for child in (*bakers, eater):
        child.start()
    for baker in bakers:
        baker.join()
    if who == "parent":
        queue.put(None)
    eater.join()
