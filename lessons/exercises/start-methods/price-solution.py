# What a child is to know is handed over.
from multiprocessing import current_process, get_context

price = 10


def show(price):
    print(type(current_process()).__name__, price, flush=True)


if __name__ == "__main__":
    price = 20  # as from a file or the command line: known only here
    for method in ("fork", "spawn", "forkserver"):
        child = get_context(method).Process(target=show, args=(price,))
        child.start()
        child.join()
