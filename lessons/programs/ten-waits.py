# Ten waits of 0.2 s (or as many as you say): one after the other, at once in threads, in processes, with asyncio.
import asyncio
import sys
import time
from multiprocessing import Process
from threading import Thread

WAIT = 0.2


def compute():
    end = time.thread_time() + WAIT
    while time.thread_time() < end:
        pass


def wait():
    time.sleep(WAIT)


def in_members(kind, task, times):
    members = [kind(target=task) for _ in range(times)]
    for member in members:
        member.start()
    for member in members:
        member.join()


async def at_once(times):
    await asyncio.gather(*(asyncio.sleep(WAIT) for _ in range(times)))


def run(way, times):
    if way == "loop":
        for _ in range(times):
            wait()
    elif way == "threads":
        in_members(Thread, wait, times)
    elif way == "computing-threads":
        in_members(Thread, compute, times)
    elif way == "processes":
        in_members(Process, wait, times)
    else:
        asyncio.run(at_once(times))


if __name__ == "__main__":
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    began = time.perf_counter()
    run(sys.argv[1], times)
    print("seconds:", round(time.perf_counter() - began, 3))
