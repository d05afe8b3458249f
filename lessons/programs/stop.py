# Something never returns. Can it be stopped from outside, while the program goes on?
import asyncio
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Process

HANG = 3.5


def in_process():
    process = Process(target=time.sleep, args=(HANG,))
    process.start()
    process.join(0.2)
    process.kill()
    process.join()
    return process.is_alive()


def in_thread():
    thread = threading.Thread(target=time.sleep, args=(HANG,))
    thread.start()
    thread.join(0.2)
    return thread.is_alive()


def in_executor():
    future = ThreadPoolExecutor(1).submit(time.sleep, HANG)
    time.sleep(0.2)
    future.cancel()
    return not future.cancelled()


def in_coroutine():
    async def hang():
        time.sleep(HANG)

    async def limited():
        began = time.monotonic()
        try:
            await asyncio.wait_for(hang(), 0.2)
        except asyncio.TimeoutError:
            pass
        return time.monotonic() - began > HANG - 0.5

    return asyncio.run(limited())


if __name__ == "__main__":
    ways = {"process": in_process, "thread": in_thread, "executor": in_executor, "coroutine": in_coroutine}
    print("goesOn:", ways[sys.argv[1]]())
