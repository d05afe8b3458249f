# Eight pages come from a slow server, one after the other. Let one process wait for all of them at once.
import time

PAGES = range(1, 9)


def fetch(page):
    time.sleep(0.25)  # the server takes its time, and this function blocks
    return page * 10


def fetch_all():
    return [fetch(page) for page in PAGES]  # change this


if __name__ == "__main__":
    began = time.perf_counter()
    pages = fetch_all()
    print("pages:", pages)
    print("seconds:", round(time.perf_counter() - began, 2))
