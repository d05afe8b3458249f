# Two children in a "deadlock", a "consumer" that waits for an item, or a "busy" child. How much CPU do they use in 0.5 s, and
# does it end by itself when the item has come? Linux only: it reads /proc.
import os
import sys
import time
from multiprocessing import Lock, Process, Queue


def take_both(first, second):
    with first:
        time.sleep(0.2)
        with second:
            pass


def consume(queue):
    queue.get()


def compute():
    while True:
        pass


def cpu_ms(child):
    with open(f"/proc/{child.pid}/stat") as file:
        user, system = file.read().rsplit(")")[1].split()[11:13]
    return (int(user) + int(system)) * 1000 // os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    a, b, queue = Lock(), Lock(), Queue()
    calls = {
        "deadlock": [(take_both, (a, b)), (take_both, (b, a))],
        "consumer": [(consume, (queue,))],
        "busy": [(compute, ())],
    }[sys.argv[1]]
    children = [Process(target=target, args=args, daemon=True) for target, args in calls]
    for child in children:
        child.start()
    time.sleep(0.7)
    before = sum(map(cpu_ms, children))
    time.sleep(0.5)
    print("cpu:", sum(map(cpu_ms, children)) - before)
    queue.put("item")
    for child in children:
        child.join(timeout=0.5)
    print("ended:", not any(child.is_alive() for child in children))
    for child in children:
        child.terminate()
