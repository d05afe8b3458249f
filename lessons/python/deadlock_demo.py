"""As many locks as processes, in a ring. Each process needs two neighbours of them: its own, and the next one's."""
import json
import sys
import time
from multiprocessing import Barrier, Lock, Process, Value

MEETING = 0.3  # for so long at least each holds its first lock, so that the others can take theirs


def work(finished, together, first, second, me, delay):
    together.wait()  # all begin at the same moment
    with first:
        print(f"process {me} has its first lock", flush=True)
        time.sleep(max(delay, MEETING))
        with second:
            print(f"process {me} has both locks", flush=True)
    with finished.get_lock():
        finished.value += 1


if __name__ == "__main__":
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    workers = settings.get("workers", 2)
    delay = settings.get("delay", 1500) / 1000
    order = settings.get("order", "fixed")

    finished, together = Value("i", 0), Barrier(workers)
    locks = [Lock() for _ in range(workers)]
    children = []
    for me, own in enumerate(locks):
        pair = (own, locks[(me + 1) % workers])
        if order == "fixed" and me == workers - 1:
            pair = pair[::-1]  # only the last one's next comes before its own: it begins with that
        args = (finished, together, *pair, me + 1, delay)
        children.append(Process(target=work, args=args, name=f"worker {me + 1}"))
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(f"finished = {finished.value}")
