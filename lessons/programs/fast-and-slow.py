# A fast and a slow eater. Do they take from "one" queue, or are the breads "dealt", to each in turn?
import sys
import time
from multiprocessing import Barrier, Process, Queue


def eat(queue, together, name, pause):
    together.wait()  # until both are here
    count = 0
    for bread in iter(queue.get, None):
        time.sleep(pause)
        count += 1
    print(f"{name}: {count}")


if __name__ == "__main__":
    queue, together = Queue(), Barrier(2)
    queues = [queue, queue] if sys.argv[1] == "one" else [queue, Queue()]
    fast = Process(target=eat, args=(queues[0], together, "fast", 0.005))
    slow = Process(target=eat, args=(queues[1], together, "slow", 0.1))
    for eater in (fast, slow):
        eater.start()
    for bread in range(10):
        queues[bread % 2].put(bread)
    for queue in queues:
        queue.put(None)
    for eater in (fast, slow):
        eater.join()
