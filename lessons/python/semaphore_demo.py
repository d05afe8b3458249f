"""More want in than there are places. A semaphore counts the places that are free, and whoever finds none waits."""
import json
import sys
import time
from multiprocessing import Array, Barrier, BoundedSemaphore, Process


def work(places, inside, together, me, delay):
    together.wait()  # all want in at the same moment
    with places:
        with inside.get_lock():
            inside[0] += 1
            inside[1] = max(inside[1], inside[0])  # so many have been inside at once
        time.sleep(delay)
        with inside.get_lock():
            inside[0] -= 1
    print(f"process {me} was inside", flush=True)


if __name__ == "__main__":
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    workers = settings.get("workers", 6)
    count = settings.get("places", 2)
    delay = settings.get("delay", 1500) / 1000

    places, inside, together = BoundedSemaphore(count), Array("i", 2), Barrier(workers)
    children = [
        Process(target=work, args=(places, inside, together, me, delay), name=f"worker {me}")
        for me in range(1, workers + 1)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(f"most_inside = {inside[1]}")
