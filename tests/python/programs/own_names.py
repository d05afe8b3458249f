"""What a child makes; and a queue whose trace folder goes away. argv: start method, and `remove`."""
import multiprocessing
import os
import shutil
import sys


def child(items):
    with multiprocessing.Lock():
        items.put("made a lock of its own")
    inner = multiprocessing.Pool(1)
    inner.map(abs, [-1])
    inner.close()
    inner.join()


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    lock, items = multiprocessing.Lock(), multiprocessing.Queue()
    if sys.argv[2:] == ["remove"]:
        shutil.rmtree(os.path.dirname(os.environ["MP_TUTOR_TRACE"]))
    with lock:
        process = multiprocessing.Process(target=child, args=(items,))
        process.start()
        print(items.get())
        process.join()
    with multiprocessing.Pool(1) as pool:
        print(pool.map(abs, [-2, -3]))
