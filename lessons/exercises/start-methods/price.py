# By spawn, the child prints 10. Change the program: it prints 20, by each of the three start methods.
from multiprocessing import current_process, get_context

price = 10


def show():
    print(type(current_process()).__name__, price, flush=True)


if __name__ == "__main__":
    price = 20  # as from a file or the command line: known only here
    for method in ("fork", "spawn", "forkserver"):
        child = get_context(method).Process(target=show)
        child.start()
        child.join()
