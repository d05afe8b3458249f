# Eight pages come from a slow server. One process waits for all of them at once, in eight threads.
import time
from concurrent.futures import ThreadPoolExecutor

PAGES = range(1, 9)


def fetch(page):
    time.sleep(0.25)  # the server takes its time, and this function blocks
    return page * 10


def fetch_all():
    with ThreadPoolExecutor(len(PAGES)) as threads:
        return list(threads.map(fetch, PAGES))


if __name__ == "__main__":
    began = time.perf_counter()
    pages = fetch_all()
    print("pages:", pages)
    print("seconds:", round(time.perf_counter() - began, 2))
