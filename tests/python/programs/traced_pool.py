"""Nine items, three workers. argv: the start method, and what to do."""
import multiprocessing
import os
import signal
import sys
from multiprocessing.connection import wait


def square(n):
    return n * n


def die(n):
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    pool = multiprocessing.Pool(3)
    if sys.argv[2] == "map":
        pool.map(square, range(9), chunksize=2)
    elif sys.argv[2] == "starmap":
        pool.starmap(pow, [(n, 2) for n in range(9)], chunksize=4)
    elif sys.argv[2] == "imap":
        list(pool.imap(square, range(9)))
    elif sys.argv[2] == "apply":
        results = [pool.apply_async(square, (n,)) for n in range(9)]
        [result.get() for result in results]
    elif sys.argv[2] == "die":
        workers = multiprocessing.active_children()
        result = pool.apply_async(die, (1,))
        wait([worker.sentinel for worker in workers])
        print("answered" if result.ready() else "nobody answers")
        pool.terminate()  # `join` would wait for ever for the result
    elif sys.argv[2] == "executor":
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(3) as executor:
            list(executor.map(square, range(9), chunksize=2))
    pool.close()
    pool.join()
