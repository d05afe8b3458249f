# A near miss: the pages come at once, but eight processes wait for them.
import time
from multiprocessing import Pool

PAGES = range(1, 9)


def fetch(page):
    time.sleep(0.25)  # the server takes its time, and this function blocks
    return page * 10


def fetch_all():
    with Pool(len(PAGES)) as processes:
        return processes.map(fetch, PAGES, chunksize=1)


if __name__ == "__main__":
    began = time.perf_counter()
    pages = fetch_all()
    print("pages:", pages)
    print("seconds:", round(time.perf_counter() - began, 2))
