# `global` names the variable of this process: in a child that imports the file, that is another one.
from multiprocessing import current_process, get_context

price = 10


def show():
    global price
    print(type(current_process()).__name__, price, flush=True)


if __name__ == "__main__":
    price = 20  # as from a file or the command line: known only here
    for method in ("fork", "spawn", "forkserver"):
        child = get_context(method).Process(target=show)
        child.start()
        child.join()
