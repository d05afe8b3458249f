# A near miss: a coroutine for each page, but what they call blocks the one thread that they all run on.
import asyncio
import time

PAGES = range(1, 9)


def fetch(page):
    time.sleep(0.25)  # the server takes its time, and this function blocks
    return page * 10


async def fetch_later(page):
    return fetch(page)


async def fetch_all():
    return await asyncio.gather(*(fetch_later(page) for page in PAGES))


if __name__ == "__main__":
    began = time.perf_counter()
    pages = asyncio.run(fetch_all())
    print("pages:", pages)
    print("seconds:", round(time.perf_counter() - began, 2))
