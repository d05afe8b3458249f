# Ten coroutines call a function that blocks. Which way of calling it lets them wait at the same time?
import asyncio
import sys
import time


def fetch():
    time.sleep(0.2)


async def as_it_is():
    fetch()


async def behind_await():
    await asyncio.sleep(0)
    fetch()


async def as_task():
    await asyncio.create_task(as_it_is())


async def in_thread():
    await asyncio.get_running_loop().run_in_executor(None, fetch)


WAYS = {"as-it-is": as_it_is, "await": behind_await, "task": as_task, "thread": in_thread}


async def main(way):
    await asyncio.gather(*(way() for _ in range(10)))


if __name__ == "__main__":
    began = time.perf_counter()
    asyncio.run(main(WAYS[sys.argv[1]]))
    print("seconds:", round(time.perf_counter() - began, 3))
