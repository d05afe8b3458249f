# Four processes for each core compute, or they wait, or one computes alone. What part of a core does each get?
import os
import sys
import time
from multiprocessing import Barrier, Process, SimpleQueue


def work(how, barrier, shares):
    barrier.wait()
    began, used = time.perf_counter(), time.process_time()
    while time.perf_counter() < began + 0.4:
        if how == "wait":
            time.sleep(0.1)
    shares.put((time.process_time() - used) / (time.perf_counter() - began))


if __name__ == "__main__":
    how = sys.argv[1]
    cores = os.cpu_count()
    number = 1 if how == "alone" else 4 * cores
    barrier, shares = Barrier(number), SimpleQueue()
    processes = [Process(target=work, args=(how, barrier, shares)) for _ in range(number)]
    for process in processes:
        process.start()
    got = [shares.get() for _ in processes]
    for process in processes:
        process.join()
    print("cores:", cores)
    print("processes:", number)
    print("share:", round(sum(got) / number, 3))
    print("smallest:", round(min(got), 3))
