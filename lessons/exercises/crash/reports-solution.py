import os
import signal
from multiprocessing import Process, SimpleQueue


def report(city, results):
    if city == "Rome":
        os.kill(os.getpid(), signal.SIGKILL)  # as a crash would
    results.put(city)


if __name__ == "__main__":
    results = SimpleQueue()
    children = [Process(target=report, args=(city, results), name=city) for city in ("Oslo", "Rome", "Lima")]
    for child in children:
        child.start()

    done, lost = [], []
    for child in children:
        child.join()
        if child.exitcode == 0:
            done.append(results.get())
        else:
            lost.append(child.name)
    print("done:", sorted(done))
    print("lost:", lost)
