# The first eater is killed while it is "waiting" in get(), or while it is "asleep". Does the second get the bread?
import sys
import time
from multiprocessing import Event, Process, Queue


def eat(queue, what, here):
    here.set()
    if what == "asleep":
        time.sleep(60)
    print(f"eaten: {queue.get()}")


if __name__ == "__main__":
    queue, here = Queue(), Event()
    first = Process(target=eat, args=(queue, sys.argv[1], here))
    first.start()
    here.wait()
    time.sleep(0.3)  # by now it waits
    first.kill()
    first.join()
    second = Process(target=eat, args=(queue, "waiting", here))
    second.start()
    queue.put("rye")
    second.join()
