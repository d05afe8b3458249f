# Twenty waits of 0.05 s: one by one, at once with asyncio, in twenty threads, in twenty processes.
import asyncio
import resource
import sys
import threading
import time
from multiprocessing import Process


def one_by_one():
    for _ in range(20):
        time.sleep(0.05)


async def at_once():
    await asyncio.gather(*(asyncio.sleep(0.05) for _ in range(20)))


def in_members(kind):
    members = [kind(target=time.sleep, args=(0.05,)) for _ in range(20)]
    for member in members:
        member.start()
    for member in members:
        member.join()


def cpu_time():
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


if __name__ == "__main__":
    began, used = time.perf_counter(), cpu_time()
    if sys.argv[1] == "one-by-one":
        one_by_one()
    elif sys.argv[1] == "asyncio":
        asyncio.run(at_once())
    else:
        in_members(Process if sys.argv[1] == "processes" else threading.Thread)
    print("seconds:", round(time.perf_counter() - began, 3))
    print("cpu:", round(cpu_time() - used, 5))
