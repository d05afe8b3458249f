# How many children are there before they are started, when all are started, and when all are joined?
import sys
from multiprocessing import Event, Process, active_children


def wait(go):
    go.wait()


if __name__ == "__main__":
    go = Event()
    children = [Process(target=wait, args=(go,)) for _ in range(3)]
    alive = [len(active_children())]
    if sys.argv[1] == "one-by-one":
        go.set()
    for child in children:
        child.start()
        if sys.argv[1] == "one-by-one":
            child.join()
    alive.append(len(active_children()))
    go.set()
    for child in children:
        child.join()
    alive.append(len(active_children()))
    print("alive:", alive)
