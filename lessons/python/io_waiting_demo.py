"""Tasks that only wait: one after the other, at once on one thread, in threads and in processes. How long does each
take?"""
import asyncio
import json
import sys
import time
from multiprocessing import Process
from threading import Thread


def loop(items, delay):
    for _ in range(items):
        time.sleep(delay)


def coroutines(items, delay):
    async def all_of_them():
        await asyncio.gather(*(asyncio.sleep(delay) for _ in range(items)))

    asyncio.run(all_of_them())


def threads(items, delay):
    in_members([Thread(target=time.sleep, args=(delay,)) for _ in range(items)])


def processes(items, delay):
    in_members([Process(target=time.sleep, args=(delay,), name=f"waiter {item + 1}") for item in range(items)])


def in_members(members):
    for member in members:
        member.start()
    for member in members:
        member.join()


if __name__ == "__main__":
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    items = settings.get("items", 10)
    delay = settings.get("delay", 300) / 1000
    for way, run in {"loop": loop, "async": coroutines, "threads": threads, "processes": processes}.items():
        began = time.perf_counter()
        run(items, delay)
        print(f"ms_{way} = {(time.perf_counter() - began) * 1000:.0f}", flush=True)
