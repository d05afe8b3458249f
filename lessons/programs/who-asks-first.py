# Two eaters and one bread. Eater "1" or eater "2" comes late to the queue. Who gets the bread?
import sys
import time
from multiprocessing import Barrier, Process, Queue


def eat(queue, together, number, pause):
    together.wait()  # until both are here
    time.sleep(pause)
    if queue.get() == "bread":
        print(f"eater: {number}")


if __name__ == "__main__":
    late = sys.argv[1]
    queue, together = Queue(), Barrier(2)
    eaters = []
    for number in ("1", "2"):
        pause = 0.3 if number == late else 0
        eaters.append(Process(target=eat, args=(queue, together, number, pause)))
        eaters[-1].start()
    queue.put("bread")
    queue.put("nothing")
    for eater in eaters:
        eater.join()
