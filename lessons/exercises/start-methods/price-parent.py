# The function is called where its name should stand: the parent prints, and the children have nothing to do.
from multiprocessing import current_process, get_context

price = 10


def show():
    print(type(current_process()).__name__, price, flush=True)


if __name__ == "__main__":
    price = 20  # as from a file or the command line: known only here
    for method in ("fork", "spawn", "forkserver"):
        child = get_context(method).Process(target=show())
        child.start()
        child.join()
