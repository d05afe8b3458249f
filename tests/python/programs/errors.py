"""What goes wrong in children, in workers and in the program, with all that Python says of it."""
import multiprocessing
import queue
import sys
import traceback
from concurrent.futures import ProcessPoolExecutor, wait


def fails(n):
    raise ValueError("no %d" % n)


def leaves(code):
    sys.exit(code)


class Fails(multiprocessing.Process):
    def run(self):
        raise KeyError("in run")


def show(call):
    try:
        call()
    except Exception:
        traceback.print_exc()


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    ways = [(fails, 1), (leaves, "bye"), (leaves, 3), (leaves, None)]
    for process in [multiprocessing.Process(target=target, args=(arg,)) for target, arg in ways] + [Fails()]:
        process.start()
        process.join()
        print(process.name, process.exitcode)
    with multiprocessing.Pool(1) as pool:
        show(lambda: pool.map(fails, [1, 2]))
        show(lambda: list(pool.imap(fails, [3])))
        show(lambda: pool.apply(fails, (4,)))
    with ProcessPoolExecutor(1) as executor:
        future = executor.submit(fails, 5)
        wait([future])  # where `result` fails depends on whether it had to wait
        show(future.result)
    items = multiprocessing.Queue(1)
    show(lambda: items.get_nowait())
    show(lambda: items.get(timeout=0.01))
    show(lambda: multiprocessing.Lock().release())
    left, right = multiprocessing.Pipe()
    right.close()
    show(lambda: left.send(1))
    show(lambda: left.recv())
    show(lambda: left.send(lambda: 1))
    show(lambda: items.put())
    sys.exit(5)
