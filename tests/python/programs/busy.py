"""More of everything than a trace tells."""
import multiprocessing
import sys


def put_all(queue):
    for n in range(1500):
        queue.put(n)


def take_ten(lock):
    for _ in range(10):
        with lock:
            pass


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    queue, simple, lock = multiprocessing.Queue(), multiprocessing.SimpleQueue(), multiprocessing.Lock()
    producer = multiprocessing.Process(target=put_all, args=(queue,))
    producer.start()
    print(sum(queue.get() for _ in range(1500)))
    producer.join()
    left, right = multiprocessing.Pipe()
    event = multiprocessing.Event()
    for n in range(1500):
        simple.put(n)
        left.send(simple.get())
        right.recv()
        with lock:
            event.set()
    child = multiprocessing.Process(target=take_ten, args=(lock,))
    child.start()
    child.join()
    with multiprocessing.Pool(2) as pool:
        print(sum(pool.imap(abs, range(1500))), sum(pool.map(abs, range(20000))))
        pool.close()
        pool.join()
